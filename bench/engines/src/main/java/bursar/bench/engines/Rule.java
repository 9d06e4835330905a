package bursar.bench.engines;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement, in no engine's language.
 *
 * @param allows whether it grants rather than denies
 * @param actions patterns of actions with {@code *} for any run of characters
 * @param resource a pattern of an ARN
 * @param test what must also be true; null for nothing
 */
record Rule(boolean allows, List<String> actions, String resource, @Nullable Test test) {
  /** What a rule asks about the circumstances of a request. */
  sealed interface Test {
    /** The caller's team is this one. */
    record Team(String name) implements Test {}

    /** The call comes from these addresses. */
    record From(String range) implements Test {}

    /** The call is encrypted, or is not. */
    record Encrypted(boolean yes) implements Test {}

    /** The folder asked for fits the pattern. */
    record Folder(String pattern) implements Test {}
  }
}
