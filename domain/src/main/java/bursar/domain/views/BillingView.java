package bursar.domain.views;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A custom billing view.
 *
 * @param arn {@code arn:aws:billing::<owner>:billingview/custom-<uuid>}
 * @param owner the management account whose costs it shows
 * @param name 1 to 128 characters
 * @param description up to 1024 characters
 * @param filter which rows of its sources it shows
 * @param sources the ARNs of the views it is made of: the owner's primary view or custom views of the owner; all their rows together
 * @param policy the resource policy that shares it; null while it is not shared
 * @param clientToken what the creator's program called the request, so that a repeated one makes no second view; null without one
 * @param created when it was made
 * @param updated when anything of it last changed
 * @param defined when its filter or sources last changed
 */
public record BillingView(String arn, AccountId owner, String name, String description, ViewFilter filter, List<String> sources,
    @Nullable String policy, @Nullable String clientToken, Instant created, Instant updated, Instant defined) {
  private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:billing::[0-9]{12}:billingview/[a-zA-Z0-9/:_+=.\\-@]{0,75}[a-zA-Z0-9]");

  /** Keeps its own copy of the list. */
  public BillingView {
    sources = List.copyOf(sources);
  }

  /** The ARN of the view AWS gives every account: all costs it may see. */
  public static String primary(AccountId account) {
    return "arn:aws:billing::" + account + ":billingview/primary";
  }

  /** Whether a text has the form of a view's ARN. Source: AWS Billing API, {@code BillingViewArn}. */
  public static boolean isArn(String text) {
    return ARN.matcher(text).matches();
  }

  BillingView named(String newName, String newDescription, Instant at) {
    return new BillingView(arn, owner, newName, newDescription, filter, sources, policy, clientToken, created, at, defined);
  }

  BillingView defined(ViewFilter newFilter, List<String> newSources, Instant at) {
    return new BillingView(arn, owner, name, description, newFilter, newSources, policy, clientToken, created, at, at);
  }

  BillingView shared(@Nullable String newPolicy, Instant at) {
    return new BillingView(arn, owner, name, description, filter, sources, newPolicy, clientToken, created, at, defined);
  }
}
