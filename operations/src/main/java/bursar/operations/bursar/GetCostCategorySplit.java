package bursar.operations.bursar;

import bursar.domain.Failure;
import bursar.domain.categories.CategoryDefinition;
import bursar.domain.categories.CategoryVersion;
import bursar.domain.categories.CostCategories;
import bursar.domain.categories.SplitCharges;
import bursar.domain.costs.Amount;
import bursar.domain.costs.CostAnswer;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostQuery;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.Metric;
import bursar.domain.costs.TimeSpan;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The costs of a cost category's values in a month with its split charges: what AWS shows on the category's own page and offers by no API. */
public final class GetCostCategorySplit implements Operation<GetCostCategorySplit.Request, GetCostCategorySplit.Answer> {
  private static final Declaration<Request, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "GetCostCategorySplit", Request.class, Answer.class)
          .summary("Answers what the values of a cost category cost in a month before and after its split charges.")
          .needs(Need.costTool("ce:GetCostAndUsage", "aws-portal:ViewBilling"), AccessLevel.READ)
          .resource((caller, request) -> "arn:aws:billing::" + caller.account() + ":billingview/primary")
          .readsCosts()
          .rules(MemberRule.required("CostCategoryArn").range(20, 2_048), MemberRule.required("Month").matching("\\d{4}-\\d{2}"))
          .errors(BursarService.LIMIT_EXCEEDED, new ErrorCode("ResourceNotFoundException", 400), new ErrorCode("AccessDeniedException", 400))
          .example(() -> new Request("arn:aws:ce::111122223333:costcategory/11111111-2222-3333-4444-555555555555", "2026-10", null))
          .build();

  private final CostStore costs;
  private final CostCategories categories;

  /**
   * Over these rooms.
   *
   * @param costs the costs as the owner manages them
   */
  public GetCostCategorySplit(CostStore costs, CostCategories categories) {
    this.costs = costs;
    this.categories = categories;
  }

  /**
   * Which category and month.
   *
   * @param month {@code YYYY-MM}
   * @param metric a metric of money; UnblendedCost when it is left out
   */
  public record Request(String costCategoryArn, String month, @Nullable String metric) {}

  /** The values, in their order; every amount is decimal text in the currency. */
  public record Answer(String name, String month, String metric, String currency, List<Value> values) {}

  /**
   * What a value costs.
   *
   * @param value empty for rows without one
   * @param cost its own costs
   * @param given what was shared among others
   * @param received what it got of others
   */
  public record Value(String value, BigDecimal cost, BigDecimal given, BigDecimal received, BigDecimal total) {}

  @Override
  public Declaration<Request, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Request> call) {
    Request request = call.input();
    CategoryDefinition category = categories.get(call.account(), request.costCategoryArn());
    YearMonth month = month(request.month());
    Metric metric = Metric.named(request.metric() == null ? "UnblendedCost" : request.metric());
    if (!metric.isMoney()) {
      throw new Failure("ValidationException", metric.wireName() + " is no amount of money, so it cannot be split.");
    }
    call.refuseUnseen(List.of(metric));
    CostAnswer answer = costs.query(call.visibility(), new CostQuery(TimeSpan.ofMonth(month), Granularity.MONTHLY, List.of(metric),
        CostFilter.EVERYTHING, List.of(new GroupKey.BySourceCategory(category.name()))));
    Map<String, BigDecimal> own = new LinkedHashMap<>();
    String currency = "USD";
    for (CostAnswer.Period period : answer.periods()) {
      currency = Optional.ofNullable(period.total().get(metric)).map(Amount::unit).orElse(currency);
      for (CostAnswer.Group group : period.groups()) {
        Amount amount = group.amounts().get(metric);
        own.merge(group.keys().getFirst(), amount == null ? BigDecimal.ZERO : amount.value(), BigDecimal::add);
      }
    }
    var rules = category.in(month).map(CategoryVersion::splitRules).orElse(List.of());
    List<Value> values = SplitCharges.of(own, rules).entrySet().stream().map(entry -> new Value(entry.getKey(), entry.getValue().cost(),
        entry.getValue().given(), entry.getValue().received(), entry.getValue().total())).toList();
    return new Answer(category.name(), month.toString(), metric.wireName(), currency, values);
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new Failure("ValidationException", "'" + text + "' is no month. Write it as YYYY-MM, such as 2026-10.");
    }
  }
}
