package bursar.operations.billing;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.identity.Page;
import bursar.domain.identity.PageRequest;
import bursar.domain.identity.Tag;
import bursar.domain.views.BillingView;
import bursar.domain.views.BillingViews;
import bursar.domain.views.ViewFault;
import bursar.domain.views.ViewFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.billing.model.BillingViewElement;
import software.amazon.awssdk.services.billing.model.BillingViewHealthStatus;
import software.amazon.awssdk.services.billing.model.BillingViewListElement;
import software.amazon.awssdk.services.billing.model.BillingViewStatus;
import software.amazon.awssdk.services.billing.model.BillingViewType;
import software.amazon.awssdk.services.billing.model.Dimension;
import software.amazon.awssdk.services.billing.model.DimensionValues;
import software.amazon.awssdk.services.billing.model.Expression;
import software.amazon.awssdk.services.billing.model.ResourceTag;
import software.amazon.awssdk.services.billing.model.TagValues;

/** Views in the words of the SDK's model, and back. */
final class ViewModels {
  private static final int VALUES_MAX = 200;
  private static final int PAGE_MAX = 100;
  private static final int TAG_KEY_MAX = 128;
  private static final int TAG_VALUE_MAX = 256;
  private static final String PRIMARY_NAME = "Primary View";
  private static final Pattern TWELVE_DIGITS = Pattern.compile("\\d{12}");

  private final BillingViews views;

  ViewModels(BillingViews views) {
    this.views = views;
  }

  BillingViewListElement primaryInList(AccountId account) {
    return BillingViewListElement.builder().arn(BillingView.primary(account)).name(PRIMARY_NAME).billingViewType(BillingViewType.PRIMARY)
        .ownerAccountId(account.digits()).sourceAccountId(account.digits()).healthStatus(health(List.of())).build();
  }

  BillingViewElement primary(AccountId account) {
    return BillingViewElement.builder().arn(BillingView.primary(account)).name(PRIMARY_NAME).billingViewType(BillingViewType.PRIMARY)
        .ownerAccountId(account.digits()).sourceAccountId(account.digits()).healthStatus(health(List.of())).build();
  }

  BillingViewListElement inList(BillingView view) {
    return BillingViewListElement.builder().arn(view.arn()).name(view.name()).description(view.description())
        .billingViewType(BillingViewType.CUSTOM).ownerAccountId(view.owner().digits()).sourceAccountId(view.owner().digits())
        .healthStatus(health(views.faults(view))).build();
  }

  BillingViewElement whole(BillingView view) {
    return BillingViewElement.builder().arn(view.arn()).name(view.name()).description(view.description())
        .billingViewType(BillingViewType.CUSTOM).ownerAccountId(view.owner().digits()).sourceAccountId(view.owner().digits())
        .dataFilterExpression(expression(view.filter())).createdAt(view.created()).updatedAt(view.updated())
        .viewDefinitionLastUpdatedAt(view.defined()).derivedViewCount(views.derived(view)).sourceViewCount(view.sources().size())
        .healthStatus(health(views.faults(view))).build();
  }

  private static BillingViewHealthStatus health(List<ViewFault> faults) {
    return BillingViewHealthStatus.builder()
        .statusCode(faults.isEmpty() ? BillingViewStatus.HEALTHY : BillingViewStatus.UNHEALTHY)
        .statusReasonsWithStrings(faults.stream().map(Enum::name).toList())
        .build();
  }

  private static @Nullable Expression expression(ViewFilter filter) {
    if (filter.isEverything()) {
      return null;
    }
    Expression.Builder expression = Expression.builder();
    if (!filter.accounts().isEmpty()) {
      expression.dimensions(DimensionValues.builder().key(Dimension.LINKED_ACCOUNT).values(filter.accounts()).build());
    }
    if (filter.tagKey() != null) {
      expression.tags(TagValues.builder().key(filter.tagKey()).values(filter.tagValues()).build());
    }
    return expression.build();
  }

  /**
   * The filter that was asked for; everything when there is none.
   *
   * @throws Failure ValidationException for what no view can filter by, naming it
   */
  static ViewFilter filter(@Nullable Expression asked) {
    if (asked == null) {
      return ViewFilter.EVERYTHING;
    }
    if (asked.timeRange() != null) {
      throw new Failure("ValidationException", "Views here show all of time. Leave timeRange out of dataFilterExpression.");
    }
    DimensionValues dimensions = asked.dimensions();
    TagValues tags = asked.tags();
    List<String> accounts = dimensions == null ? List.of() : accounts(dimensions);
    if (tags == null) {
      return new ViewFilter(accounts, null, List.of());
    }
    String key = tags.key();
    if (key == null || !isTag(key, 1, TAG_KEY_MAX)) {
      throw new Failure("ValidationException", "The tag of dataFilterExpression needs a key of 1 to " + TAG_KEY_MAX + " characters.");
    }
    if (!tags.values().stream().allMatch(value -> isTag(value, 0, TAG_VALUE_MAX))) {
      throw new Failure("ValidationException", "The values of tag " + key + " in dataFilterExpression have at most " + TAG_VALUE_MAX + " characters.");
    }
    return new ViewFilter(accounts, key, counted("tag " + key, tags.values()));
  }

  private static List<String> accounts(DimensionValues dimensions) {
    if (dimensions.key() != Dimension.LINKED_ACCOUNT) {
      throw new Failure("ValidationException", "dataFilterExpression filters by the dimension LINKED_ACCOUNT or by a tag, not by "
          + dimensions.keyAsString() + ".");
    }
    for (String value : dimensions.values()) {
      if (!TWELVE_DIGITS.matcher(value).matches()) {
        throw new Failure("ValidationException", "'" + value + "' is no account: LINKED_ACCOUNT takes ids of twelve digits.");
      }
    }
    return counted("LINKED_ACCOUNT", dimensions.values());
  }

  private static List<String> counted(String subject, List<String> values) {
    if (values.isEmpty() || values.size() > VALUES_MAX) {
      throw new Failure("ValidationException", "The filter on " + subject + " takes 1 to " + VALUES_MAX + " values, and has " + values.size() + ".");
    }
    return values;
  }

  private static boolean isTag(@Nullable String text, int least, int most) {
    return text != null && text.length() >= least && text.length() <= most && text.chars().noneMatch(Character::isISOControl);
  }

  /**
   * The tags that were asked for.
   *
   * @throws Failure ValidationException for a key or value out of bounds
   */
  static List<Tag> tags(List<ResourceTag> asked) {
    List<Tag> tags = new ArrayList<>();
    for (ResourceTag tag : asked) {
      String value = tag.value() == null ? "" : tag.value();
      if (!isTag(tag.key(), 1, TAG_KEY_MAX) || !isTag(value, 0, TAG_VALUE_MAX)) {
        throw new Failure("ValidationException", "A tag has a key of 1 to " + TAG_KEY_MAX + " and a value of at most " + TAG_VALUE_MAX
            + " characters.");
      }
      tags.add(new Tag(tag.key(), value));
    }
    return tags;
  }

  /**
   * A page of a whole list.
   *
   * @throws Failure ValidationException for a token that was not given out
   */
  static <T> Page<T> page(List<T> all, Function<? super T, String> id, @Nullable Integer max, @Nullable String token) {
    try {
      return PageRequest.of(max == null ? PAGE_MAX : max, token).pageOfAll(all, id);
    } catch (Failure malformed) {
      throw new Failure("ValidationException", "The nextToken is not one that a list was answered with. Leave it out to begin anew.");
    }
  }
}
