package bursar.policy.prove;

import bursar.policy.AccessRequest;
import bursar.policy.Effect;
import bursar.policy.Explanation;
import bursar.policy.Miss;
import bursar.policy.PolicySet;
import bursar.policy.Principal;
import bursar.policy.RequestContext;
import bursar.policy.StatementExplanation;
import bursar.policy.StatementReference;
import bursar.policy.prove.FormulaSearch.Ending;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Decides one question. Policy variables tie keys together, so they are taken in two steps: first every unknown value may
 * be anything, which is enough for most proofs; then each key is supposed absent, single or several, and values that the
 * first step brought up are tried. Every request found is put to the evaluator before it is believed.
 */
final class Decider {
  private static final int TRIALS_MAX = 80;
  private static final int TRIALS_AT_FIRST = 4;
  private static final int VALUES_MAX = 8;

  private final Question question;
  private final Formula formula;
  private final PolicySet evaluator;
  private final Predicate<AccessRequest> claim;
  private final List<Source> tested = new ArrayList<>();

  private Decider(Question question, Predicate<AccessRequest> claim) {
    this.question = question;
    this.evaluator = question.evaluator();
    this.claim = claim;
    Set<Place> missing = missingThePrincipal();
    this.formula = question.formula().keeping(source -> !missing.contains(Place.of(source.reference())));
    this.tested.addAll(formula.sources());
  }

  private record Place(int policy, int statement) {
    static Place of(StatementReference reference) {
      return new Place(reference.policyIndex(), reference.index());
    }
  }

  /** Whether no request makes the formula true, or one that does; the statements are those that then allow it. */
  static Proof decide(Question question) {
    return decide(question, request -> true);
  }

  /** The same, where a request must also pass a last test by the evaluator before it is believed. */
  static Proof decide(Question question, Predicate<AccessRequest> claim) {
    Set<Source> sources = question.formula().sources();
    if (sources.stream().anyMatch(Source::hasHalfCharacters)) {
      return new Proof.Unknown("A policy contains half of a surrogate pair, which is no character.");
    }
    try {
      return Budget.question(() -> new Decider(question, claim).decide());
    } catch (Budget.Spent e) {
      return new Proof.Unknown("The policies' variables, wildcards and statements combine in too many ways to look through.");
    }
  }

  private Proof decide() {
    Set<String> variables = new TreeSet<>();
    tested.forEach(source -> variables.addAll(source.variableKeys()));
    return decide(Bindings.of(question.asker().given(), variables));
  }

  /** The statements that are not about who asks. */
  private Set<Place> missingThePrincipal() {
    Set<Place> places = new HashSet<>();
    if (question.asker() == PrincipalCase.BEARER) {
      return places;
    }
    RequestContext context = context(Map.of());
    for (StatementExplanation each : evaluator.explain(request("x:x", "*", context)).statements()) {
      if (each.misses().stream().anyMatch(Miss.OfPrincipal.class::isInstance)) {
        places.add(Place.of(each.reference()));
      }
    }
    return places;
  }

  private AccessRequest request(String action, String resource, RequestContext context) {
    Principal principal = question.asker().principal();
    List<String> told = context.get("aws:PrincipalArn");
    if (told.size() == 1 && !question.asker().given().containsKey("aws:principalarn")) {
      Principal found = Principal.parse(told.getFirst());
      principal = found instanceof Principal.Unrecognized ? principal : found;
    }
    return new AccessRequest(principal, action, resource, question.resourceAccount(), context);
  }

  private RequestContext context(Map<String, KeySearch.Values> keys) {
    RequestContext.Builder context = RequestContext.builder();
    question.asker().given().forEach(context::put);
    keys.forEach((key, values) -> context.put(key, values.texts()));
    return context.build();
  }

  private Proof decide(Bindings bindings) {
    FormulaSearch.Outcome outcome = FormulaSearch.find(formula, bindings);
    Candidate candidate = outcome.candidate();
    if (outcome.ending() == Ending.NONE) {
      return new Proof.Proved();
    }
    if (candidate == null) {
      return new Proof.Unknown("The statements overlap in too many ways to look through.");
    }
    List<String> unknown = unknown(bindings);
    if (unknown.isEmpty()) {
      return confirm(candidate);
    }
    String open = unknown.stream().filter(key -> bindings.of(key) instanceof Bindings.Open).findFirst().orElse(null);
    Proof tried = tryValues(bindings, candidate, unknown, open == null ? TRIALS_MAX : TRIALS_AT_FIRST);
    if (tried instanceof Proof.Counterexample) {
      return tried;
    }
    if (open == null) {
      return new Proof.Unknown("The answer depends on the values of " + String.join(", ", unknown)
          + ", which policy variables compare with others.");
    }
    return split(bindings, open);
  }

  private Proof split(Bindings bindings, String key) {
    List<Bindings.Binding> all = new ArrayList<>(List.of(new Bindings.Single(), new Bindings.Fixed(List.of())));
    if (KeyArity.mayHaveSeveral(key)) {
      all.add(new Bindings.Several());
    }
    Proof answer = new Proof.Proved();
    for (Bindings.Binding binding : all) {
      Proof proof = decide(bindings.with(key, binding));
      if (proof instanceof Proof.Counterexample) {
        return proof;
      }
      if (proof instanceof Proof.Unknown) {
        answer = proof;
      }
    }
    return answer;
  }

  private List<String> unknown(Bindings bindings) {
    return bindings.variables().stream()
        .filter(
            key ->
                switch (bindings.of(key)) {
                  case Bindings.Open open -> true;
                  case Bindings.Single single -> true;
                  case Bindings.Fixed fixed -> false;
                  case Bindings.Several several -> false;
                })
        .toList();
  }

  /** Puts values in the place of unknown ones, each combination in turn. */
  private Proof tryValues(Bindings bindings, Candidate candidate, List<String> unknown, int trials) {
    List<List<List<String>>> choices = new ArrayList<>();
    for (String key : unknown) {
      choices.add(values(bindings, candidate, key));
    }
    int[] at = new int[choices.size()];
    for (int trial = 0; trial < trials; trial++) {
      Bindings fixed = bindings;
      for (int index = 0; index < at.length; index++) {
        fixed = fixed.with(unknown.get(index), new Bindings.Fixed(choices.get(index).get(at[index])));
      }
      Candidate found = FormulaSearch.find(formula, fixed).candidate();
      if (found != null) {
        Proof proof = confirm(found);
        if (proof instanceof Proof.Counterexample) {
          return proof;
        }
      }
      int moved = 0;
      while (moved < at.length && ++at[moved] == choices.get(moved).size()) {
        at[moved++] = 0;
      }
      if (moved == at.length) {
        break;
      }
    }
    return new Proof.Unknown("No value tried makes a difference.");
  }

  /** Values worth trying for a key: what stood in its place, what its own conditions want, plain ones. */
  private List<List<String>> values(Bindings bindings, Candidate candidate, String key) {
    Set<List<String>> values = new LinkedHashSet<>();
    int number = bindings.number(key);
    marked(candidate.resource(), number, values);
    Map<String, KeySearch.Values> keys = candidate.keys();
    keys.values().forEach(each -> each.symbols().forEach(symbols -> marked(symbols, number, values)));
    KeySearch.Values own = keys.get(key);
    boolean mayBeAbsent = bindings.of(key) instanceof Bindings.Open;
    if (own != null && (mayBeAbsent ? own.symbols().size() < 2 : own.symbols().size() == 1)) {
      values.add(own.texts());
    }
    for (Source source : tested) {
      source.statement().conditions().stream()
          .filter(condition -> condition.key().equalsIgnoreCase(key))
          .flatMap(condition -> condition.texts().stream())
          .filter(text -> text.indexOf('$') < 0 && text.indexOf('*') < 0)
          .limit(VALUES_MAX)
          .forEach(text -> values.add(List.of(text)));
    }
    values.add(List.of("x"));
    if (mayBeAbsent) {
      values.add(List.of());
    }
    values.add(List.of("arn:aws:iam::123456789012:user/x"));
    values.add(List.of("true"));
    return values.stream().limit(VALUES_MAX + 4L).toList();
  }

  private static void marked(int[] symbols, int number, Set<List<String>> values) {
    for (int mark = number * 2; mark <= number * 2 + 1; mark++) {
      int from = -1;
      for (int index = 0; index < symbols.length; index++) {
        if (symbols[index] == TextPattern.opening(mark)) {
          from = index + 1;
        } else if (symbols[index] == TextPattern.closing(mark) && from >= 0) {
          values.add(List.of(TextSet.text(java.util.Arrays.copyOfRange(symbols, from, index))));
          from = -1;
        }
      }
    }
  }

  /** Believes a request only when the evaluator says of every statement what the search supposed. */
  private Proof confirm(Candidate candidate) {
    Map<String, KeySearch.Values> keys = new LinkedHashMap<>(candidate.keys());
    AccessRequest request =
        request(ActionSpelling.of(candidate.action(), tested), TextSet.text(candidate.resource()), context(keys));
    Explanation explanation = evaluator.explain(request);
    Set<Place> matching = new HashSet<>();
    List<StatementReference> allowing = new ArrayList<>();
    for (StatementExplanation each : explanation.statements()) {
      if (each.matched()) {
        matching.add(Place.of(each.reference()));
      }
    }
    for (Source source : tested) {
      boolean matches = matching.contains(Place.of(source.reference()));
      if (matches && source.statement().effect() == Effect.ALLOW && !isAsked(source)) {
        allowing.add(source.reference());
      }
    }
    if (!question.formula().isTrue(source -> matching.contains(Place.of(source.reference()))) || !claim.test(request)) {
      return new Proof.Unknown("The evaluator does not confirm the request that was found: " + request + ".");
    }
    return new Proof.Counterexample(request, allowing);
  }

  private static boolean isAsked(Source source) {
    return source.reference().policy().via().equals("asked");
  }
}
