package bursar.operations.bursar;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignUpLimitTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private final SignUpLimit limit = new SignUpLimit();

  @Test
  void theEleventhWithinAnHourIsRefusedAndToldHowLong() {
    fill("192.0.2.1");
    refused("192.0.2.1", NOON.plusSeconds(60), "Try again in 59 minutes.");
    refused("192.0.2.1", NOON.plus(Duration.ofMinutes(59)).plusSeconds(30), "Try again in 1 minute.");
    assertThatCode(() -> limit.count("192.0.2.2", NOON)).doesNotThrowAnyException();
    assertThatCode(() -> limit.count("192.0.2.1", NOON.plus(Duration.ofHours(1)))).doesNotThrowAnyException();
  }

  @Test
  void neighboursOfOneVersionSixNetworkCountAsOne() {
    fill("2001:db8:1:2::1");
    refused("2001:db8:1:2:ffff::9", NOON, "10 accounts within an hour");
    assertThatCode(() -> limit.count("2001:db8:1:3::1", NOON)).doesNotThrowAnyException();
  }

  @Test
  void addressesWithoutEndShareOnePlaceInsteadOfFillingTheMemory() {
    for (int address = 0; address < 10_000; address++) {
      limit.count("10." + address / 65_536 + "." + address / 256 % 256 + "." + address % 256, NOON);
    }
    for (int further = 0; further < SignUpLimit.PER_HOUR; further++) {
      limit.count("172.16.0." + further, NOON);
    }
    refused("172.16.1.1", NOON, "within an hour");
  }

  private void fill(String address) {
    for (int asked = 0; asked < SignUpLimit.PER_HOUR; asked++) {
      limit.count(address, NOON);
    }
  }

  private void refused(String address, Instant at, String part) {
    assertThatThrownBy(() -> limit.count(address, at)).isInstanceOf(Failure.class).hasMessageContaining(part);
  }
}
