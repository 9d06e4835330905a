package bursar.domain.costs;

import bursar.domain.Failure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A stretch of time, in UTC. It may reach into the past and the future without limit.
 *
 * @param start where it begins, included
 * @param end where it ends, excluded; after the start
 */
public record TimeSpan(Instant start, Instant end) {
  /** Refuses a span that is empty or turned round, with {@code ValidationException}. */
  public TimeSpan {
    if (!start.isBefore(end)) {
      throw new Failure("ValidationException", "Start time " + start + " is not before end time " + end + ".");
    }
  }

  /** From the beginning of the first day to the beginning of the day after the last. */
  public static TimeSpan ofDays(LocalDate first, LocalDate dayAfterLast) {
    return new TimeSpan(first.atStartOfDay(ZoneOffset.UTC).toInstant(), dayAfterLast.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** The whole month. */
  public static TimeSpan ofMonth(YearMonth month) {
    return ofDays(month.atDay(1), month.plusMonths(1).atDay(1));
  }

  /** The UTC day on which it begins. */
  public LocalDate firstDay() {
    return LocalDate.ofInstant(start, ZoneOffset.UTC);
  }

  /** The UTC day on which its end lies; the first day not in it when it ends at midnight. */
  public LocalDate endDay() {
    return LocalDate.ofInstant(end, ZoneOffset.UTC);
  }
}
