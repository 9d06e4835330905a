package bursar.domain.identity;

import bursar.domain.Failure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted. Source: IAM API, MaxItems (1 to 1000, 100 when absent) and Marker.
 *
 * @param max how many at most
 * @param after the sort key of the last thing of the page before; null for the first page
 */
public record PageRequest(int max, @Nullable String after) {
  /** Every thing of a list that a quota keeps short. */
  public static final PageRequest EVERYTHING = new PageRequest(Integer.MAX_VALUE - 1, null);

  private static final int MAX_DEFAULT = 100;
  private static final int MAX_LIMIT = 1000;

  /**
   * What a caller asked for.
   *
   * @throws Failure ValidationError when the number is out of range or the marker was not given out here
   */
  public static PageRequest of(@Nullable Integer maxItems, @Nullable String marker) {
    if (maxItems != null && (maxItems < 1 || maxItems > MAX_LIMIT)) {
      throw new Failure("ValidationError", "MaxItems must be between 1 and " + MAX_LIMIT + ", and " + maxItems + " is not.");
    }
    return new PageRequest(maxItems == null ? MAX_DEFAULT : maxItems, marker == null ? null : decoded(marker));
  }

  private static String decoded(String marker) {
    try {
      String key = new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
      if (key.chars().noneMatch(Character::isISOControl)) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // Not even Base64: refused below like every other text that was never a marker.
    }
    throw new Failure("ValidationError", "The Marker is not one that a list was answered with. Leave it out to begin anew.");
  }

  /** A page out of a list that was read with one thing more than {@link #max}, in the order of the keys. */
  public <T> Page<T> page(List<T> oneMore, Function<? super T, String> key) {
    if (oneMore.size() <= max) {
      return new Page<>(oneMore, null);
    }
    List<T> items = oneMore.subList(0, max);
    String last = key.apply(items.getLast());
    return new Page<>(items, Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8)));
  }

  /** A page out of a whole list, put in the order of the keys. */
  public <T> Page<T> pageOfAll(List<T> all, Function<? super T, String> key) {
    List<T> rest = new ArrayList<>();
    for (T one : all) {
      if (after == null || key.apply(one).compareTo(after) > 0) {
        rest.add(one);
      }
    }
    rest.sort(Comparator.comparing(key));
    return page(rest.size() > max ? rest.subList(0, max + 1) : rest, key);
  }
}
