package bursar.operations.bursar;

import bursar.domain.accounts.Accounts;
import bursar.domain.accounts.SignUpPolicy;
import bursar.domain.bills.Bills;
import bursar.domain.costs.BucketSources;
import bursar.domain.costs.CostSegmentStore;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.CostUploads;
import bursar.domain.guardrails.Guardrails;
import bursar.domain.identity.Identity;
import bursar.domain.organizations.CostPreferences;
import bursar.domain.organizations.Organizations;
import bursar.domain.permissions.PermissionCatalogue;
import bursar.domain.templates.PolicyTemplates;
import bursar.domain.views.BillingViews;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Gate;
import bursar.operations.gate.PrincipalPolicies;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Every operation of Bursar's own service. */
public final class BursarOperations {
  private BursarOperations() {}

  /**
   * What the operations work over.
   *
   * @param preferences what payers let their members see
   * @param views custom billing views
   * @param guardrails the guardrails that every change of identities passes
   * @param gate the gate that every call passes, asked here for explanations
   * @param policies the policies of principals, as the gate's facts read them
   * @param costs the cost data
   * @param segments the history of imports
   * @param imports the imports that run in this process
   * @param uploads the files that may be sent
   * @param uploadBytesMax how large one of them may be
   * @param sources the buckets from which cost data is read
   */
  public record Rooms(
      Accounts accounts,
      Organizations organizations,
      CostPreferences preferences,
      BillingViews views,
      Identity identity,
      Guardrails guardrails,
      Gate gate,
      PrincipalPolicies policies,
      CostStore costs,
      CostSegmentStore segments,
      BackgroundImports imports,
      CostUploads uploads,
      long uploadBytesMax,
      BucketSources sources) {}

  /**
   * All of them.
   *
   * @param signUp who may create an account
   * @param proof decides whether a visitor may claim the first account
   * @param served every operation of the server, these included; asked only once calls arrive
   */
  public static List<Operation<?, ?>> all(
      Rooms rooms, SignUpPolicy signUp, SignUp.SetupProof proof, Supplier<Collection<Operation<?, ?>>> served) {
    PermissionCatalogue catalogue = PermissionCatalogue.shipped();
    AccountNames names = new AccountNames(rooms.accounts(), rooms.organizations());
    return List.of(
        new SignUp(rooms.accounts(), signUp, proof),
        new GetSession(rooms.accounts(), rooms.identity().loginProfiles()),
        new ListConsolePages(rooms.gate()),
        new GetBillingAccess(rooms.accounts()),
        new PutBillingAccess(rooms.accounts()),
        new PreviewBillingAccess(rooms.accounts(), rooms.organizations(), rooms.preferences(), rooms.identity().users(), rooms.policies(),
            catalogue),
        new GetPreferences(rooms.preferences(), rooms.organizations()),
        new UpdatePreferences(rooms.preferences()),
        new PutBillingViewPolicy(rooms.views()),
        new DeleteBillingViewPolicy(rooms.views()),
        new GetConsoleActionSetEnforced(rooms.accounts(), rooms.organizations()),
        new UpdateConsoleActionSetEnforced(rooms.accounts(), rooms.organizations()),
        new ExplainAccess(rooms.gate(), rooms.identity().users(), catalogue, served),
        new AnalyzePolicy(catalogue),
        new WhoCan(rooms.accounts(), rooms.organizations(), rooms.preferences(), rooms.identity().users(), rooms.policies(), catalogue,
            served),
        new PutGuardrail(rooms.guardrails()),
        new ListGuardrails(rooms.guardrails()),
        new DeleteGuardrail(rooms.guardrails()),
        new CheckGuardrails(rooms.guardrails()),
        new ListPolicyTemplates(PolicyTemplates.shipped()),
        new GetBill(new Bills(rooms.costs()), rooms.costs(), names),
        new ListCostImports(rooms.segments(), rooms.costs(), names),
        new CreateAccount(rooms.accounts(), rooms.identity().accessKeys()),
        new ImportCosts(rooms.accounts(), rooms.imports()),
        new GetCostImport(rooms.imports(), rooms.segments()),
        new PutCostSource(rooms.accounts(), rooms.sources()),
        new ListCostSources(rooms.accounts(), rooms.sources()),
        new DeleteCostSource(rooms.accounts(), rooms.sources()),
        new CreateCostUpload(rooms.accounts(), rooms.uploads(), rooms.uploadBytesMax()),
        new UndoCostImport(rooms.accounts(), rooms.segments(), rooms.imports()));
  }
}
