package bursar.policy;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The statements that match a request. It is filled while they are found, and once finished it is itself the decision's list,
 * so that a decision costs no copy; nobody can change it then.
 */
final class Matches extends AbstractList<StatementReference> implements RandomAccess {
  private static final Comparator<CompiledStatement> ORDER = Comparator.comparingInt(statement -> statement.order);
  /** Up to here a statement found twice is noticed at once; beyond, when the list is finished. */
  private static final int LOOKED_THROUGH_MOST = 32;

  private @Nullable CompiledStatement[] found = new CompiledStatement[2];
  private int count;
  private boolean finished;

  /** The list with one more statement; begins one when there is none. */
  static Matches with(@Nullable Matches matches, CompiledStatement statement) {
    Matches list = matches == null ? new Matches() : matches;
    if (list.finished) {
      throw new IllegalStateException("A finished list of statements takes no more.");
    }
    if (list.count == list.found.length) {
      list.found = Arrays.copyOf(list.found, list.count * 4);
    }
    list.found[list.count++] = statement;
    return list;
  }

  /** Both lists as one, unfinished. */
  static @Nullable Matches union(@Nullable Matches one, @Nullable Matches other) {
    Matches all = one;
    for (int index = 0; other != null && index < other.count; index++) {
      all = with(all, other.at(index));
    }
    return all;
  }

  /** A list that will not change: this one when it is finished, else a copy. */
  static List<StatementReference> immutable(List<StatementReference> list) {
    return list instanceof Matches matches && matches.finished ? matches : List.copyOf(list);
  }

  /** The statements in the order of their policies, each once; the empty list for null. */
  static List<StatementReference> finish(@Nullable Matches matches) {
    if (matches == null) {
      return List.of();
    }
    matches.sort();
    matches.finished = true;
    return matches;
  }

  private void sort() {
    boolean ascending = true;
    for (int index = 1; index < count; index++) {
      ascending &= at(index - 1).order < at(index).order;
    }
    if (ascending) {
      return;
    }
    Arrays.sort(found, 0, count, ORDER);
    int kept = 1;
    for (int index = 1; index < count; index++) {
      if (at(index) != at(kept - 1)) {
        found[kept++] = found[index];
      }
    }
    count = kept;
  }

  /** Whether the statement is surely here already, by another of its patterns; a long list is not looked through. */
  static boolean holds(@Nullable Matches matches, CompiledStatement statement) {
    if (matches == null || !statement.mayBeFoundTwice || matches.count > LOOKED_THROUGH_MOST) {
      return false;
    }
    for (int index = 0; index < matches.count; index++) {
      if (matches.found[index] == statement) {
        return true;
      }
    }
    return false;
  }

  CompiledStatement at(int index) {
    CompiledStatement statement = index < count ? found[index] : null;
    if (statement == null) {
      throw new IndexOutOfBoundsException(index);
    }
    return statement;
  }

  @Override
  public StatementReference get(int index) {
    return at(index).reference;
  }

  @Override
  public int size() {
    return count;
  }
}
