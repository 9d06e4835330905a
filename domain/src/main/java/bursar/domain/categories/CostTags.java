package bursar.domain.categories;

import bursar.domain.Failure;
import bursar.domain.KeptRecords;
import bursar.domain.accounts.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which cost allocation tags are active. A tag nobody has turned off is active: an export has only tags that were active where it came from.
 * A change holds from the first day of the month in which it is made; a backfill makes the present activation hold for earlier months.
 */
public final class CostTags {
  private static final int BACKFILL_MONTHS_MAX = 12;
  private static final Duration BETWEEN_BACKFILLS = Duration.ofHours(24);

  private final KeptRecords<TagActivation> activations;
  private final KeptRecords<TagBackfill> backfills;
  private final InstantSource clock;

  /** Over what is kept. */
  public CostTags(KeptRecords<TagActivation> activations, KeptRecords<TagBackfill> backfills, InstantSource clock) {
    this.activations = activations;
    this.backfills = backfills;
    this.clock = clock;
  }

  private static String id(String key) {
    return HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8));
  }

  private YearMonth current() {
    return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
  }

  /** What was ever said of the activation of an account's tags, by key. */
  public Map<String, TagActivation> of(AccountId account) {
    Map<String, TagActivation> byKey = new LinkedHashMap<>();
    activations.list(account).forEach(one -> byKey.put(one.key(), one));
    return byKey;
  }

  /** Turns a tag on or off; nothing when it is so already. */
  public void turn(AccountId account, String key, boolean active) {
    TagActivation known = activations.find(account, id(key)).orElse(new TagActivation(key, true, Instant.EPOCH, List.of()));
    if (known.active() != active) {
      activations.put(account, id(key), known.turned(active, current(), clock.instant()));
    }
  }

  /**
   * Makes the present activation of all tags hold from a month on.
   *
   * @throws Failure {@code BackfillLimitExceededException} less than 24 hours after the last one; {@code ValidationException} for a month in
   *     the future or more than 12 months back
   */
  public TagBackfill backfill(AccountId account, YearMonth from) {
    YearMonth earliest = current().minusMonths(BACKFILL_MONTHS_MAX);
    if (from.isAfter(current()) || from.isBefore(earliest)) {
      throw new Failure("ValidationException", "BackfillFrom is the first day of a month from " + earliest + " to " + current() + ", and not of " + from + ".");
    }
    Instant now = clock.instant();
    Optional<TagBackfill> last = history(account).stream().findFirst();
    if (last.isPresent() && last.get().requested().plus(BETWEEN_BACKFILLS).isAfter(now)) {
      throw new Failure("BackfillLimitExceededException", "The last backfill began at " + last.get().requested()
          + "; the next can begin 24 hours later.");
    }
    activations.list(account).forEach(one -> activations.put(account, id(one.key()), one.turned(one.active(), from, one.updated())));
    TagBackfill done = new TagBackfill(from, now, now);
    backfills.put(account, now.toString(), done);
    return done;
  }

  /** All backfills of an account, the newest first. */
  public List<TagBackfill> history(AccountId account) {
    return backfills.list(account).stream().sorted(Comparator.comparing(TagBackfill::requested).reversed()).toList();
  }
}
