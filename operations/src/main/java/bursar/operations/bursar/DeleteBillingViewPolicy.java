package bursar.operations.bursar;

import bursar.domain.views.BillingViews;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;

/** Shares a custom billing view with nobody any more. */
public final class DeleteBillingViewPolicy implements Operation<DeleteBillingViewPolicy.Request, Nothing> {
  private static final Declaration<Request, Nothing> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "DeleteBillingViewPolicy", Request.class, Nothing.class)
          .summary("Takes the policy from a custom billing view, which nobody else can read then.")
          .needs(Need.costTool("billing:DeleteResourcePolicy"), AccessLevel.PERMISSIONS_MANAGEMENT)
          .resource((caller, request) -> request.resourceArn())
          .rules(MemberRule.required("ResourceArn").range(20, 2_048))
          .errors(new ErrorCode("ResourceNotFoundException", 400))
          .example(() -> new Request("arn:aws:billing::111122223333:billingview/custom-1"))
          .build();

  private final BillingViews views;

  /** Over the rules of views. */
  public DeleteBillingViewPolicy(BillingViews views) {
    this.views = views;
  }

  /**
   * What is wanted.
   *
   * @param resourceArn the view
   */
  public record Request(String resourceArn) {}

  @Override
  public Declaration<Request, Nothing> declaration() {
    return DECLARATION;
  }

  @Override
  public Nothing handle(Authorized<Request> call) {
    var unused = views.share(call.account(), call.input().resourceArn(), null);
    return new Nothing();
  }
}
