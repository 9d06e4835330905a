package bursar.policy.prove;

import bursar.policy.Condition;
import bursar.policy.PatternElement;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement as the literals that must all be true for it to match.
 *
 * @param source the statement
 * @param literals none when it matches every request
 * @param impossible whether it matches none, because one of its lists is empty
 */
record Clause(Source source, List<Literal> literals, boolean impossible) {
  static Clause of(Source source, Bindings bindings) {
    PatternReader reader = new PatternReader(bindings);
    List<Literal> literals = new ArrayList<>();
    PatternElement action = source.statement().action();
    PatternElement resource = source.statement().resource();
    boolean impossible = action.patterns().isEmpty() || (resource != null && resource.patterns().isEmpty());
    add(literals, new Literal.OfPart(Literal.Part.ACTION, PatternReader.actions(action.texts()), !action.negated()));
    if (resource != null) {
      TextSet set = reader.resources(resource.texts(), source.variables());
      add(literals, new Literal.OfPart(Literal.Part.RESOURCE, set, !resource.negated()));
    }
    for (Condition condition : source.statement().conditions()) {
      literals.add(new Literal.OfKey(new KeyCondition(condition, reader, source.variables()), true));
    }
    return new Clause(source, List.copyOf(literals), impossible);
  }

  private static void add(List<Literal> literals, Literal.OfPart literal) {
    if (!literal.wanted() || !literal.set().isEverything()) {
      literals.add(literal);
    }
  }
}
