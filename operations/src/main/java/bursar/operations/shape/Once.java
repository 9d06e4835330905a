package bursar.operations.shape;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value found out when it is first asked for: a structure may contain itself, so its members cannot be read while it is made. */
final class Once<T> {
  private final Supplier<T> source;
  private volatile @Nullable T known;

  /** The value of that source, which may be asked more than once at the same time and must then answer alike. */
  Once(Supplier<T> source) {
    this.source = source;
  }

  T get() {
    T found = known;
    if (found == null) {
      found = source.get();
      known = found;
    }
    return found;
  }
}
