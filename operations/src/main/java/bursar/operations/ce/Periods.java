package bursar.operations.ce;

import bursar.domain.Failure;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;

/** How Cost Explorer writes periods: Start included, End excluded, days for DAILY and MONTHLY, moments for HOURLY. */
final class Periods {
  private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}Z)?");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
  private static final int PERIODS_MAX = 40_000;

  private Periods() {}

  /**
   * The span that was asked for.
   *
   * @throws Failure {@code ValidationException} for missing, malformed, impossible or turned-round dates
   */
  static TimeSpan span(@Nullable DateInterval asked) {
    if (asked == null) {
      throw new Failure("ValidationException", "TimePeriod is missing. Give a Start, which is included, and an End, which is not.");
    }
    Instant start = moment("Start", asked.start());
    Instant end = moment("End", asked.end());
    if (!start.isBefore(end)) {
      throw new Failure("ValidationException", "Start date (and hour) should be before end date (and hour), and " + asked.start()
          + " is not before " + asked.end() + ". The end itself is not included.");
    }
    return new TimeSpan(start, end);
  }

  /** Refuses a span that would give more periods than one answer is meant to hold. */
  static void checkCount(TimeSpan span, Granularity granularity) {
    long hours = ChronoUnit.HOURS.between(span.start(), span.end());
    long periods = switch (granularity) {
      case HOURLY -> hours;
      case DAILY -> hours / 24;
      case MONTHLY -> hours / (24 * 28);
    };
    if (periods > PERIODS_MAX) {
      throw new Failure("ValidationException", "The time period has more than " + PERIODS_MAX + " periods of granularity " + granularity
          + ". Ask for a shorter one, or a coarser granularity.");
    }
  }

  private static Instant moment(String member, @Nullable String text) {
    if (text == null) {
      throw new Failure("ValidationException", member + " of TimePeriod is missing. Write it as YYYY-MM-DD.");
    }
    if (!FORM.matcher(text).matches()) {
      throw invalid(member, text);
    }
    try {
      return text.length() == 10 ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant() : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw invalid(member, text);
    }
  }

  private static Failure invalid(String member, String text) {
    return new Failure("ValidationException", member + " '" + text + "' of TimePeriod is no date. Write it as YYYY-MM-DD, or for hours as"
        + " YYYY-MM-DDThh:mm:ssZ.");
  }

  /** A period as an answer writes it. */
  static DateInterval written(TimeSpan span, Granularity granularity) {
    return granularity == Granularity.HOURLY
        ? DateInterval.builder().start(MOMENT.format(span.start())).end(MOMENT.format(span.end())).build()
        : DateInterval.builder().start(span.firstDay().toString()).end(lastDay(span).toString()).build();
  }

  private static LocalDate lastDay(TimeSpan span) {
    LocalDate day = span.endDay();
    return span.end().equals(day.atStartOfDay(ZoneOffset.UTC).toInstant()) ? day : day.plusDays(1);
  }

  /** Whether more may come: the period reaches into a month that is not over at that moment. */
  static boolean estimated(TimeSpan span, Instant now) {
    YearMonth current = YearMonth.from(now.atZone(ZoneOffset.UTC));
    return span.end().isAfter(current.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
