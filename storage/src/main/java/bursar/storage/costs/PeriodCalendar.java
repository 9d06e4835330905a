package bursar.storage.costs;

import bursar.domain.Failure;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.TimeSpan;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The periods of a span: whole UTC hours, days or months, the first and the last cut to the span.
 *
 * @param spans each period by where it would begin uncut
 */
record PeriodCalendar(Map<Instant, TimeSpan> spans) {
  private static final int PERIODS_MAX = 50_000;

  static PeriodCalendar of(TimeSpan span, Granularity granularity) {
    Map<Instant, TimeSpan> spans = new LinkedHashMap<>();
    LocalDateTime from = floor(LocalDateTime.ofInstant(span.start(), ZoneOffset.UTC), granularity);
    while (from.toInstant(ZoneOffset.UTC).isBefore(span.end())) {
      if (spans.size() == PERIODS_MAX) {
        throw new Failure("ValidationException", "The time asked for has more than " + PERIODS_MAX + " periods; ask for a shorter time, or longer periods.");
      }
      LocalDateTime next = switch (granularity) {
        case HOURLY -> from.plusHours(1);
        case DAILY -> from.plusDays(1);
        case MONTHLY -> from.plusMonths(1);
      };
      Instant start = from.toInstant(ZoneOffset.UTC);
      Instant end = next.toInstant(ZoneOffset.UTC);
      spans.put(start, new TimeSpan(start.isBefore(span.start()) ? span.start() : start, end.isAfter(span.end()) ? span.end() : end));
      from = next;
    }
    return new PeriodCalendar(spans);
  }

  private static LocalDateTime floor(LocalDateTime time, Granularity granularity) {
    return switch (granularity) {
      case HOURLY -> time.truncatedTo(ChronoUnit.HOURS);
      case DAILY -> time.truncatedTo(ChronoUnit.DAYS);
      case MONTHLY -> time.toLocalDate().withDayOfMonth(1).atStartOfDay();
    };
  }
}
