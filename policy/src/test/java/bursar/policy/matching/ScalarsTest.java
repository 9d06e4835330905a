package bursar.policy.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {
  @ParameterizedTest
  @CsvSource({
    "2026, 2026-01-01T00:00:00Z",
    "2026-03, 2026-03-01T00:00:00Z",
    "2026-03-04, 2026-03-04T00:00:00Z",
    "2026-03-04T05:06Z, 2026-03-04T05:06:00Z",
    "2026-03-04T05:06:07Z, 2026-03-04T05:06:07Z",
    "2026-03-04T05:06:07.5Z, 2026-03-04T05:06:07.500Z",
    "2026-03-04T05:06:07+01:30, 2026-03-04T03:36:07Z",
    "0, 1970-01-01T00:00:00Z",
    "1767225600, 2026-01-01T00:00:00Z",
    "1767225600.25, 2026-01-01T00:00:00.250Z",
    "-100000.5, 1969-12-30T20:13:19.500Z"
  })
  void aDateIsReadInAnyOfItsForms(String text, Instant expected) {
    assertThat(Scalars.date(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "2026-13", "2026-02-30", "2026-03-04T05:06:07", "2026-03-04T25:00Z", "2026-03-04T05:06Z+", "1e9",
        "99999999999999999", "2026-03-04T05:06+99:00", "٢٠٢٦"})
  void whatIsNoDateIsNone(String text) {
    assertThat(Scalars.date(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "+1", "1.50", ".5", "5.", "1e3", "1E-3"})
  void aNumberIsReadInAnyOfItsForms(String text) {
    assertThat(Scalars.number(text)).isEqualByComparingTo(new java.math.BigDecimal(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "one", "1e9999", "0x10", "1,5", " 1", "NaN", ".", "١"})
  void whatIsNoNumberIsNone(String text) {
    assertThat(Scalars.number(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.9.9.9/8, 10.0.0.1, true",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, ::1, false",
    "1.2.3.4, 1.2.3.4, true",
    "1.2.3.4, 1.2.3.5, false",
    "1.2.3.4/31, 1.2.3.5, true",
    "::/0, 2001:db8::1, true",
    "2001:db8::/32, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, true",
    "2001:db8::/32, 2001:db9::, false",
    "2001:DB8::1, 2001:db8:0:0:0:0:0:1, true",
    "1.2.3.0/24, ::ffff:1.2.3.4, true",
    "::ffff:1.2.3.0/120, 1.2.3.4, true",
    "::ffff:102:304, 1.2.3.4, true"
  })
  void anAddressLiesInARangeOrNot(String range, String address, boolean expected) {
    assertThat(AddressRange.parse(range).contains(address)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4/33", "1.2.3.4/", "1.2.3.4/-1", ":", ":::", "1::2::3",
        "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8", "12345::", "::1.2.3", "1.2.3.4::", "fe80::1%eth0", "::/129", "localhost",
        "1.2.3.4 "})
  void whatIsNoAddressIsNoRange(String text) {
    assertThat(AddressRange.parse(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.2.3.4/32", "x", "999.1.1.1", "::g"})
  void whatIsNoAddressLiesNowhere(String text) {
    assertThat(AddressRange.parse("0.0.0.0/0").contains(text)).isFalse();
    assertThat(AddressRange.parse("::/0").contains(text)).isFalse();
  }
}
