package bursar.domain.identity;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some things of a longer list.
 *
 * @param items at most as many as were asked for
 * @param next the marker to ask for the rest; null when this is the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
  /** Keeps its own copy. */
  public Page {
    items = List.copyOf(items);
  }

  /** The same page of other things. */
  public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
    return new Page<>(items.stream().<R>map(mapping).toList(), next);
  }
}
