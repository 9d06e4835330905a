package bursar.policy.prove;

import bursar.policy.AttachedPolicy;
import bursar.policy.PatternElement;
import bursar.policy.PolicyDocument;
import bursar.policy.PolicySet;
import bursar.policy.Principal;
import bursar.policy.Statement;
import bursar.policy.prove.Difference.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about all possible requests. A possible request names one action, {@code service:Name} in visible
 * ASCII, and one resource, an ARN or {@code *}; every condition key may be absent or have any values, and only keys that
 * AWS documents as single-valued for every service have at most one.
 */
public final class Prover {
  private static final int CHANGES_MAX = 500;

  private Prover() {}

  /**
   * Whether everything that some policies allow is allowed by others already (Access Analyzer, {@code CheckNoNewAccess}).
   *
   * @param existing the policies to compare with, taken together
   * @param candidate the policies asked about, taken together
   */
  public static Proof noNewAccess(List<PolicyDocument> existing, List<PolicyDocument> candidate) {
    Question.Builder question = new Question.Builder();
    Group before = question.add("existing policy", existing);
    Group after = question.add("new policy", candidate);
    List<PolicyDocument> all = new ArrayList<>(existing);
    all.addAll(candidate);
    ActionOverlap overlap = new ActionOverlap();
    return Budget.questions(() -> overEverybody(
        all,
        asker -> {
          Formula asked = Formula.matches(question.asking(Access.ANY, asker.conditions()));
          Answers answers = new Answers();
          for (Source allow : after.allows()) {
            answers.add(
                Decider.decide(question.build(Formula.all(asked, beyond(allow, after, before, overlap)), asker, null)));
            if (answers.refuted()) {
              break;
            }
          }
          return answers.proof();
        }));
  }

  /** What an Allow of some policies brings that others do not allow. */
  private static Formula beyond(Source allow, Group in, Group over, ActionOverlap overlap) {
    Group denying = in.keeping(source -> overlap.shared(allow, source));
    Group other = over.keeping(source -> overlap.shared(allow, source));
    return Formula.all(
        Formula.matches(allow), new Formula.NoneMatch(denying.denies()), Formula.notAllowed(other));
  }

  /**
   * Whether some policies, taken together, grant nothing of a list (Access Analyzer, {@code CheckAccessNotGranted}).
   *
   * @param accesses what must not be granted, each of them
   */
  public static Proof accessNotGranted(List<PolicyDocument> policies, List<Access> accesses) {
    Question.Builder question = new Question.Builder();
    Group group = question.add("policy", policies);
    ActionOverlap overlap = new ActionOverlap();
    return Budget.questions(() -> overEverybody(
        policies,
        asker -> {
          Answers answers = new Answers();
          for (Access access : accesses) {
            Source asked = question.asking(access, asker.conditions());
            Group relevant = group.keeping(source -> overlap.shared(asked, source));
            Formula formula = Formula.all(Formula.matches(asked), Formula.allowed(relevant));
            answers.add(Decider.decide(question.build(formula, asker, null)));
          }
          return answers.proof();
        }));
  }

  /**
   * Whether a resource-based policy or a trust policy lets no stranger in (Access Analyzer, {@code CheckNoPublicAccess}).
   * A stranger is somebody of an account that the policy does not name, or nobody in particular, whose request carries
   * none of the fixed values by which the policy pins organizations, accounts, networks and sources.
   */
  public static Proof noPublicAccess(PolicyDocument policy) {
    Question.Builder question = new Question.Builder();
    Group group = question.add("policy", List.of(policy));
    return Budget.questions(() -> overEverybody(
        Strangers.to(policy),
        stranger -> {
          Source asked = question.asking(Access.ANY, stranger.conditions());
          Formula formula = Formula.all(Formula.matches(asked), Formula.allowed(group));
          return Decider.decide(question.build(formula, stranger, null));
        }));
  }

  /**
   * Whether the policies that apply to a principal never allow it an access, whatever else a request carries. A
   * counterexample is a request by which it gets the access: so this answers who can do what, one principal at a time.
   *
   * @param policies all that apply, as for {@link PolicySet#of}
   * @param resourceAccount who owns the resource; null when that is the principal's own account
   * @param known condition keys whose values are known for the principal, such as its tags; an empty list means that the
   *     key is absent. The principal's ARN, account, type and user name need not be given
   */
  public static Proof neverAllowed(
      List<AttachedPolicy> policies,
      Principal principal,
      @Nullable String resourceAccount,
      Access access,
      Map<String, List<String>> known) {
    Question.Builder question = new Question.Builder();
    PrincipalCase asker = PrincipalCase.known(principal, known);
    Formula allowed = AllowedFormula.of(question, policies, asker, resourceAccount);
    Source asked = question.asking(access, List.of());
    ActionOverlap overlap = new ActionOverlap();
    Formula formula = Formula.all(Formula.matches(asked), allowed).keeping(source -> overlap.shared(asked, source));
    PolicySet evaluator = PolicySet.of(policies);
    return Decider.decide(
        question.build(formula, asker, resourceAccount), request -> evaluator.evaluate(request).isAllowed());
  }

  /** What a change of policies allows and refuses anew. */
  public static Difference difference(List<PolicyDocument> before, List<PolicyDocument> after) {
    List<String> undecided = new ArrayList<>();
    List<Change> allowed = changes(before, after, undecided);
    List<Change> denied = changes(after, before, undecided);
    return new Difference(allowed, denied, undecided.stream().distinct().toList());
  }

  private static List<Change> changes(List<PolicyDocument> from, List<PolicyDocument> to, List<String> undecided) {
    Question.Builder question = new Question.Builder();
    Group over = question.add("policy", from);
    Group in = question.add("policy", to);
    List<PolicyDocument> all = new ArrayList<>(from);
    all.addAll(to);
    PrincipalCases askers = askers(all);
    ActionOverlap overlap = new ActionOverlap();
    List<Change> changes = new ArrayList<>();
    for (Source allow : in.allows()) {
      Statement statement = allow.statement();
      PatternElement action = statement.action();
      List<String> patterns = action.negated() ? List.of("*") : action.texts();
      for (String pattern : patterns) {
        Proof proof =
            overEverybody(
                askers,
                asker -> {
                  Source asked = question.asking(new Access(List.of(pattern), List.of()), asker.conditions());
                  Formula formula = Formula.all(Formula.matches(asked), beyond(allow, in, over, overlap));
                  return Decider.decide(
                      question.build(formula.keeping(source -> overlap.shared(asked, source)), asker, null));
                });
        switch (proof) {
          case Proof.Proved _ -> {
            // Nothing of this pattern has changed.
          }
          case Proof.Unknown unknown -> undecided.add(unknown.reason());
          case Proof.Counterexample found -> {
            PatternElement resource = statement.resource();
            changes.add(
                new Change(
                    allow.reference(),
                    action.negated() ? Change.words(action) : pattern,
                    resource == null ? "*" : Change.words(resource),
                    statement.conditions(),
                    found.request()));
          }
        }
        if (changes.size() == CHANGES_MAX) {
          undecided.add("More than " + CHANGES_MAX + " differences were found; the rest were not looked for.");
          return changes;
        }
      }
    }
    return changes;
  }

  /** Everybody who may ask: whoever holds identity-based policies, or all sorts of principals for the other kinds. */
  private static PrincipalCases askers(List<PolicyDocument> policies) {
    boolean named =
        policies.stream()
            .flatMap(policy -> policy.statements().stream())
            .anyMatch(statement -> statement.principal() != null);
    return named ? PrincipalCases.of(policies) : new PrincipalCases(List.of(PrincipalCase.BEARER), true);
  }

  private interface AskedBy {
    Proof decide(PrincipalCase asker);
  }

  private static Proof overEverybody(List<PolicyDocument> policies, AskedBy question) {
    return overEverybody(askers(policies), question);
  }

  private static Proof overEverybody(PrincipalCases askers, AskedBy question) {
    Answers answers = new Answers();
    for (PrincipalCase asker : askers.cases()) {
      answers.add(question.decide(asker));
      if (answers.refuted()) {
        break;
      }
    }
    if (!askers.complete()) {
      answers.add(new Proof.Unknown("A condition names accounts by a part of their number."));
    }
    return answers.proof();
  }

  /** Sums up the answers to the parts of a question: one counterexample refutes all, one unknown leaves it open. */
  private static final class Answers {
    private Proof sum = new Proof.Proved();

    void add(Proof proof) {
      sum =
          switch (proof) {
            case Proof.Proved _ -> sum;
            case Proof.Counterexample found -> refuted() ? sum : found;
            case Proof.Unknown unknown -> sum instanceof Proof.Proved ? unknown : sum;
          };
    }

    boolean refuted() {
      return sum instanceof Proof.Counterexample;
    }

    Proof proof() {
      return sum;
    }
  }
}
