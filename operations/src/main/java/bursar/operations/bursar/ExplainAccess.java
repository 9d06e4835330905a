package bursar.operations.bursar;

import bursar.domain.Failure;
import bursar.domain.identity.Users;
import bursar.domain.permissions.Permission;
import bursar.domain.permissions.PermissionCatalogue;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.AccessExplanation;
import bursar.operations.gate.Authorized;
import bursar.operations.gate.Caller;
import bursar.operations.gate.ConsolePage;
import bursar.operations.gate.Gate;
import bursar.operations.gate.Principal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a principal may or may not do something, gate by gate. Free about oneself. */
public final class ExplainAccess implements Operation<ExplainAccess.Request, AccessExplanation> {
  private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9]+");
  private static final Declaration<Request, AccessExplanation> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "ExplainAccess", Request.class, AccessExplanation.class)
          .summary("Says why a principal may or may not do an action or open a page: each gate in order, each statement, and who can change it.")
          .needs(Need.of("iam:SimulatePrincipalPolicy"), AccessLevel.READ)
          .freeAboutCaller((caller, request) -> request.principalArn() == null || request.principalArn().equals(caller.principal().arn()))
          .resource((caller, request) -> request.principalArn() == null ? caller.principal().arn() : request.principalArn())
          .rules(MemberRule.optional("PrincipalArn").range(20, 2_048), MemberRule.optional("Action").range(3, 128),
              MemberRule.optional("Page").range(1, 64), MemberRule.optional("ResourceArn").range(1, 2_048),
              MemberRule.optional("Context").range(0, 100), MemberRule.optional("Surface").oneOf("CONSOLE", "API"))
          .errors(BursarService.NO_SUCH_ENTITY)
          .example(() -> new Request("arn:aws:iam::111122223333:user/alice", "billing:GetBillingData", null, null, null, null))
          .build();

  private final Gate gate;
  private final Principals principals;
  private final PermissionCatalogue catalogue;
  private final Supplier<Collection<Operation<?, ?>>> operations;

  /**
   * Asks this gate.
   *
   * @param operations what this server offers; asked only once calls arrive
   */
  public ExplainAccess(Gate gate, Users users, PermissionCatalogue catalogue, Supplier<Collection<Operation<?, ?>>> operations) {
    this.gate = gate;
    this.principals = new Principals(users);
    this.catalogue = catalogue;
    this.operations = operations;
  }

  /**
   * The question; it names an action or a page.
   *
   * @param principalArn about whom; null for oneself
   * @param action an action, such as {@code ce:GetCostAndUsage}, or an operation of Bursar's own, such as {@code bursar:GetBill}
   * @param page a page of the console
   * @param resourceArn on what; null for the resource that is asked for when a call names none
   * @param context condition keys to add to those the call itself has, or to put in their place
   * @param surface {@code CONSOLE} or {@code API}; null for the way this call came
   */
  public record Request(
      @Nullable String principalArn,
      @Nullable String action,
      @Nullable String page,
      @Nullable String resourceArn,
      @Nullable List<ContextEntry> context,
      @Nullable String surface) {}

  /** A condition key and its values. */
  public record ContextEntry(@Nullable String key, @Nullable List<String> values) {}

  @Override
  public Declaration<Request, AccessExplanation> declaration() {
    return DECLARATION;
  }

  @Override
  public AccessExplanation handle(Authorized<Request> call) {
    Request asked = call.input();
    String arn = asked.principalArn();
    Principal.OfAccount subject =
        arn == null || arn.equals(call.caller().principal().arn()) ? self(call.caller()) : principals.find(call.account(), arn);
    String action = asked.action();
    String page = asked.page();
    if ((action == null) == (page == null)) {
      throw new Failure("ValidationException", "Name either an Action or a Page.");
    }
    Map<String, List<String>> extra = context(asked.context());
    if (page != null) {
      Caller inConsole = Callers.as(subject, Caller.Surface.CONSOLE, call.caller());
      String resource = asked.resourceArn() == null ? page(page).resource(subject.account()) : asked.resourceArn();
      return gate.explain(inConsole, page(page).need(), false, resource, extra);
    }
    Caller.Surface surface = asked.surface() == null ? call.caller().surface() : Caller.Surface.valueOf(asked.surface());
    return explain(asked, Callers.as(subject, surface, call.caller()), String.valueOf(action), extra);
  }

  private static Principal.OfAccount self(Caller caller) {
    if (caller.principal() instanceof Principal.OfAccount member) {
      return member;
    }
    throw new Failure("AccessDenied", "Only a principal of an account can ask this.");
  }

  private AccessExplanation explain(Request asked, Caller subject, String name, Map<String, List<String>> extra) {
    if (!ACTION.matcher(name).matches()) {
      throw new Failure("ValidationException", "'" + name + "' is no single action. Write it without wildcards, such as ce:GetCostAndUsage.");
    }
    String action = name;
    for (Operation<?, ?> operation : operations.get()) {
      if (operation.declaration().qualifiedName().equalsIgnoreCase(name)) {
        Need need = operation.declaration().need();
        if (need == null) {
          return needsNothing(subject, operation.declaration());
        }
        action = need.action();
      }
    }
    Needs.refuseUnknown(catalogue, action);
    String resource = resource(asked, subject, action);
    List<AccessExplanation> explanations = Needs.of(action, operations.get(), catalogue).stream()
        .map(way -> gate.explain(subject, way.need(), way.rootOnly(), resource, extra))
        .toList();
    return explanations.stream()
        .filter(explanation -> explanation.decision().equals(AccessExplanation.ALLOWED))
        .findFirst()
        .orElse(explanations.getFirst());
  }

  private static AccessExplanation needsNothing(Caller subject, Declaration<?, ?> declaration) {
    return new AccessExplanation(AccessExplanation.ALLOWED, declaration.qualifiedName() + " needs no permission, and no policy can deny it.",
        subject.principal().arn(), declaration.qualifiedName(), "*", List.of(), List.of());
  }

  /** What a call without a resource is asked on: the primary billing view where the action takes one, otherwise everything. */
  private String resource(Request asked, Caller subject, String action) {
    if (asked.resourceArn() != null) {
      return asked.resourceArn();
    }
    boolean overView = action.startsWith("ce:")
        && catalogue.find(action).map(Permission::resources).filter(resources -> resources.types().contains("billingview")).isPresent();
    return overView ? "arn:aws:billing::" + subject.account() + ":billingview/primary" : "*";
  }

  private static ConsolePage page(String name) {
    return Arrays.stream(ConsolePage.values())
        .filter(page -> page.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> new Failure("ValidationException", "There is no page '" + name + "'; the pages are "
            + Arrays.stream(ConsolePage.values()).map(ConsolePage::wireName).collect(Collectors.joining(", ")) + "."));
  }

  private static Map<String, List<String>> context(@Nullable List<ContextEntry> entries) {
    Map<String, List<String>> context = new LinkedHashMap<>();
    if (entries != null) {
      for (ContextEntry entry : entries) {
        String key = entry.key();
        if (key == null || key.isBlank()) {
          throw new Failure("ValidationException", "An entry of Context has no Key, such as aws:SourceIp.");
        }
        List<String> values = entry.values();
        context.put(key, values == null ? List.of() : values);
      }
    }
    return context;
  }
}
