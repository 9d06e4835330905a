package bursar.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a policy. Two are equal when they say the same, wherever they stand.
 *
 * @param sid its name, if it has one
 * @param effect whether it allows or denies
 * @param principal whom it is about; null in policies that stand on an identity
 * @param action which actions it is about
 * @param resource which resources it is about; null where the policy's kind leaves it out, and then any
 * @param conditions what must also be true, all of it
 * @param position where the statement begins
 * @param elements where each element's name is written
 */
public record Statement(
    @Nullable String sid,
    Effect effect,
    @Nullable PrincipalElement principal,
    PatternElement action,
    @Nullable PatternElement resource,
    List<Condition> conditions,
    Position position,
    Map<StatementElement, Position> elements) {
  /** Keeps copies of the collections. */
  public Statement {
    conditions = List.copyOf(conditions);
    elements = Map.copyOf(elements);
  }

  /** Where an element is written, or the statement's own place when it is not there. */
  public Position positionOf(StatementElement element) {
    return elements.getOrDefault(element, position);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Statement statement
        && Objects.equals(sid, statement.sid)
        && effect == statement.effect
        && Objects.equals(principal, statement.principal)
        && action.equals(statement.action)
        && Objects.equals(resource, statement.resource)
        && conditions.equals(statement.conditions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(sid, effect, principal, action, resource, conditions);
  }
}
