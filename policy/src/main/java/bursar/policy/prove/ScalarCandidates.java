package bursar.policy.prove;

import bursar.policy.matching.AddressRange;
import bursar.policy.matching.Comparison.Family;
import bursar.policy.matching.Scalars;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values that stand for all others as far as some conditions can tell: between the operands of the conditions every
 * value is like every other, so the operands, one value in each gap and one that is of no type are enough.
 *
 * @param values the values, plain ones first
 * @param complete whether every possible value is like one of these
 */
record ScalarCandidates(List<String> values, boolean complete) {
  private static final String OF_NO_TYPE = "x";
  private static final int DIGITS_MAX = 40;
  private static final Instant FIRST_YEAR = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST_YEAR = Instant.parse("9999-01-01T00:00:00Z");

  static ScalarCandidates of(List<KeyCondition> conditions) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    conditions.forEach(condition -> families.add(condition.family()));
    Set<String> values = new LinkedHashSet<>();
    boolean complete = families.size() == 1;
    for (Family family : families) {
      List<String> operands =
          conditions.stream()
              .filter(condition -> condition.family() == family)
              .flatMap(condition -> condition.written().stream())
              .toList();
      complete &=
          switch (family) {
            case NUMERIC -> numbers(operands, values);
            case DATE -> dates(operands, values);
            case IP -> addresses(operands, values);
            case BINARY -> binaries(operands, values);
            case STRING, ARN, BOOL, EXISTENCE -> false;
          };
    }
    values.add(OF_NO_TYPE);
    return new ScalarCandidates(List.copyOf(values), complete);
  }

  private static boolean numbers(List<String> operands, Set<String> values) {
    TreeSet<BigDecimal> points = new TreeSet<>();
    boolean complete = true;
    for (String operand : operands) {
      BigDecimal number = Scalars.number(operand);
      if (number == null) {
        continue;
      }
      if (Math.abs(number.scale()) + number.precision() > DIGITS_MAX) {
        complete = false;
        values.add(operand);
      } else {
        points.add(number.stripTrailingZeros());
      }
    }
    if (points.isEmpty()) {
      values.add("1");
      return complete;
    }
    points.forEach(point -> values.add(point.toPlainString()));
    values.add(points.first().subtract(BigDecimal.ONE).toPlainString());
    values.add(points.last().add(BigDecimal.ONE).toPlainString());
    BigDecimal before = null;
    for (BigDecimal point : points) {
      if (before != null) {
        BigDecimal whole = before.add(BigDecimal.ONE).setScale(0, RoundingMode.FLOOR);
        BigDecimal between =
            whole.compareTo(before) > 0 && whole.compareTo(point) < 0
                ? whole
                : before.add(point).divide(BigDecimal.TWO);
        values.add(between.toPlainString());
      }
      before = point;
    }
    return complete;
  }

  private static boolean dates(List<String> operands, Set<String> values) {
    TreeSet<Instant> points = new TreeSet<>();
    for (String operand : operands) {
      Instant date = Scalars.date(operand);
      if (date != null) {
        points.add(date);
      }
    }
    if (points.isEmpty()) {
      values.add("2026-01-01T00:00:00Z");
      return true;
    }
    points.forEach(point -> values.add(written(point)));
    values.add(written(points.first().minusSeconds(1)));
    values.add(written(points.last().plusSeconds(1)));
    Instant before = null;
    for (Instant point : points) {
      if (before != null) {
        Duration half = Duration.between(before, point).dividedBy(2);
        Instant between = before.plus(half.compareTo(Duration.ofSeconds(1)) > 0 ? Duration.ofSeconds(1) : half);
        if (between.isAfter(before)) {
          values.add(written(between));
        }
      }
      before = point;
    }
    return values.stream().allMatch(value -> Scalars.date(value) != null);
  }

  private static String written(Instant date) {
    if (date.isBefore(FIRST_YEAR) || date.isAfter(LAST_YEAR)) {
      BigDecimal seconds = BigDecimal.valueOf(date.getEpochSecond()).add(BigDecimal.valueOf(date.getNano(), 9));
      return seconds.stripTrailingZeros().toPlainString();
    }
    return date.toString();
  }

  private static boolean binaries(List<String> operands, Set<String> values) {
    for (String operand : operands) {
      if (Scalars.binary(operand) != null) {
        values.add(operand);
      }
    }
    int longest = operands.stream().mapToInt(String::length).max().orElse(0);
    values.add(Base64.getEncoder().encodeToString(new byte[longest + 1]));
    return true;
  }

  /** Each set of addresses that ranges cut out begins where a range begins, behind where one ends, or at zero. */
  private static boolean addresses(List<String> operands, Set<String> values) {
    values.addAll(List.of("203.0.113.1", "198.51.100.1", "10.0.0.1", "2001:db8::1", "0.0.0.0", "0:0:0:0:0:0:0:0"));
    // IPv6 goes on here behind the addresses that are IPv4 ones.
    values.add("0:0:0:0:1:0:0:0");
    for (String operand : operands) {
      if (AddressRange.parse(operand) == null) {
        continue;
      }
      int slash = operand.indexOf('/');
      byte[] written = bytes(slash < 0 ? operand : operand.substring(0, slash));
      boolean four = written.length == 4;
      int bits = slash < 0 ? written.length * 8 : Integer.parseInt(operand.substring(slash + 1));
      if (four && slash >= 0 && operand.indexOf(':') >= 0) {
        // Written as IPv6: a mask that reaches beyond the IPv4 addresses makes it a range of IPv6.
        written = bits < 96 ? mapped(written) : written;
        bits = bits < 96 ? bits : bits - 96;
      }
      int rest = written.length * 8 - bits;
      BigInteger first = new BigInteger(1, written).shiftRight(rest).shiftLeft(rest);
      BigInteger behind = first.add(BigInteger.ONE.shiftLeft(rest));
      values.add(address(first, written.length));
      if (behind.bitLength() <= written.length * 8) {
        values.add(address(behind, written.length));
      }
    }
    return true;
  }

  private static byte[] mapped(byte[] four) {
    byte[] bytes = new byte[16];
    bytes[10] = -1;
    bytes[11] = -1;
    System.arraycopy(four, 0, bytes, 12, 4);
    return bytes;
  }

  private static byte[] bytes(String literal) {
    return InetAddress.ofLiteral(literal).getAddress();
  }

  private static String address(BigInteger number, int length) {
    byte[] signed = number.toByteArray();
    byte[] bytes = new byte[length];
    int count = Math.min(length, signed.length);
    System.arraycopy(signed, signed.length - count, bytes, length - count, count);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException wrongLength) {
      throw new IllegalStateException(wrongLength);
    }
  }
}
