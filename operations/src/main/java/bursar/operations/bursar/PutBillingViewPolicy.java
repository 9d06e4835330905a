package bursar.operations.bursar;

import bursar.domain.views.BillingViews;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;

/** Shares a custom billing view with members of the organization, as a resource policy says, in effect from the next request on. */
public final class PutBillingViewPolicy implements Operation<PutBillingViewPolicy.Request, Nothing> {
  private static final Declaration<Request, Nothing> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "PutBillingViewPolicy", Request.class, Nothing.class)
          .summary("Shares a custom billing view with those whom a resource policy names.")
          .needs(Need.costTool("billing:PutResourcePolicy"), AccessLevel.PERMISSIONS_MANAGEMENT)
          .resource((caller, request) -> request.resourceArn())
          .rules(MemberRule.required("ResourceArn").range(20, 2_048),
              MemberRule.required("Policy").range(1, 20_480))
          .errors(new ErrorCode("ResourceNotFoundException", 400))
          .example(() -> new Request("arn:aws:billing::111122223333:billingview/custom-1",
              "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"222233334444\"},"
                  + "\"Action\":\"billing:GetBillingView*\",\"Resource\":\"*\"}}"))
          .build();

  private final BillingViews views;

  /** Over the rules of views. */
  public PutBillingViewPolicy(BillingViews views) {
    this.views = views;
  }

  /**
   * What is wanted.
   *
   * @param resourceArn the view
   * @param policy the policy's JSON: whom it names, and {@code billing:GetBillingView} or {@code billing:GetBillingViewData}
   */
  public record Request(String resourceArn, String policy) {}

  @Override
  public Declaration<Request, Nothing> declaration() {
    return DECLARATION;
  }

  @Override
  public Nothing handle(Authorized<Request> call) {
    var unused = views.share(call.account(), call.input().resourceArn(), call.input().policy());
    return new Nothing();
  }
}
