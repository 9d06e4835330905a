package bursar.policy.advice;

import bursar.policy.Effect;
import bursar.policy.Located;
import bursar.policy.PolicyDocument;
import bursar.policy.Statement;
import bursar.policy.StatementElement;
import bursar.policy.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The traps of billing permissions: denying only the retired {@code aws-portal} vocabulary, and denying actions that
 * every billing page needs.
 */
final class BillingChecks {
  /** One action of each family that a deny of {@code aws-portal} leaves open, with the pattern that closes the family. */
  private static final Map<String, String> FAMILIES = families();

  /** Actions that billing pages need although their names speak of something else. */
  private static final List<String> SHARED =
      List.of(
          "account:GetAccountInformation",
          "billing:GetContractInformation",
          "billing:GetIAMAccessPreference",
          "billing:GetSellerOfRecord",
          "payments:ListPaymentPreferences");

  private BillingChecks() {}

  private static Map<String, String> families() {
    Map<String, String> families = new LinkedHashMap<>();
    families.put("ce:getcostandusage", "ce:*");
    families.put("budgets:viewbudget", "budgets:*");
    families.put("cur:describereportdefinitions", "cur:*");
    families.put("billing:getbillingdata", "billing:*");
    families.put("payments:getpaymentinstrument", "payments:*");
    families.put("invoicing:getinvoicepdf", "invoicing:*");
    families.put("consolidatedbilling:listlinkedaccounts", "consolidatedbilling:*");
    families.put("freetier:getfreetierusage", "freetier:*");
    families.put("tax:listtaxregistrations", "tax:*");
    return families;
  }

  static void check(Review review) {
    switch (review.kind()) {
      case IDENTITY, PERMISSIONS_BOUNDARY, SESSION, SERVICE_CONTROL -> {}
      case RESOURCE, TRUST, RESOURCE_CONTROL -> {
        return;
      }
    }
    legacyDeny(review);
    sharedActions(review);
  }

  private static void legacyDeny(Review review) {
    for (Statement statement : review.document.statements()) {
      if (statement.effect() != Effect.DENY
          || statement.action().negated()
          || !Review.matches(statement, "aws-portal:viewbilling")) {
        continue;
      }
      for (Located pattern : statement.action().patterns()) {
        if (!Review.serviceOf(pattern.text()).equals("aws-portal")) {
          continue;
        }
        List<String> open =
            FAMILIES.entrySet().stream()
                .filter(family -> !denied(review.document, family.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (!open.isEmpty()) {
          review.warning(
                  "LEGACY_BILLING_DENY",
                  pattern.position(),
                  "Denying `" + pattern.text() + "` closes billing only where the retired aws-portal permissions count. It"
                      + " leaves open: " + String.join(", ", open)
                      + ". Deny these too if billing and cost data must stay closed.");
        }
        return;
      }
    }
  }

  private static boolean denied(PolicyDocument document, String action) {
    return document.statements().stream()
        .anyMatch(
            statement ->
                statement.effect() == Effect.DENY
                    && statement.conditions().isEmpty()
                    && statement.resource() != null
                    && !statement.resource().negated()
                    && statement.resource().texts().contains("*")
                    && Review.matches(statement, action));
  }

  private static void sharedActions(Review review) {
    for (Statement statement : review.document.statements()) {
      if (statement.effect() != Effect.DENY || Review.matches(statement, "billing:getbillingdata")) {
        continue;
      }
      List<String> hit =
          SHARED.stream()
              .filter(action -> Review.matches(statement, action.toLowerCase(java.util.Locale.ROOT)))
              .toList();
      if (!hit.isEmpty()) {
        Position position =
            statement.positionOf(
                statement.action().negated() ? StatementElement.NOT_ACTION : StatementElement.ACTION);
        review.warning(
                "DENY_BREAKS_BILLING_PAGES",
                position,
                "This statement denies " + String.join(", ", hit)
                    + ", which the billing pages need too: whoever holds it cannot open them, although it does not deny"
                    + " billing:GetBillingData. Leave these actions out of the Deny if billing shall stay open.");
      }
    }
  }
}
