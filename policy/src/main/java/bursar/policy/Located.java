package bursar.policy;

import org.jspecify.annotations.Nullable;

/**
 * A value of a policy and the place where it is written. Two are equal when they say the same, wherever they stand.
 *
 * @param text the value; numbers and booleans as they were written
 * @param position where it begins
 */
public record Located(String text, Position position) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Located located && text.equals(located.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
