package bursar.operations.ce;

import bursar.domain.Failure;
import bursar.domain.costs.CostAnswer;
import bursar.domain.costs.CostCategory;
import bursar.domain.costs.CostQuery;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.DimensionValue;
import bursar.domain.costs.DimensionValuesQuery;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.Metric;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.DimensionValuesWithAttributes;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.costexplorer.model.Group;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;
import software.amazon.awssdk.services.costexplorer.model.ResultByTime;

/** Costs and usage over time, in groups (API reference, {@code GetCostAndUsage}). */
public final class GetCostAndUsage implements Operation<GetCostAndUsageRequest, GetCostAndUsageResponse> {
  /** How many groups, or periods where there are no groups, one page holds. */
  static final int PAGE_MAX = 5_000;

  private static final int GROUP_DEFINITIONS_MAX = 2;
  private static final Declaration<GetCostAndUsageRequest, GetCostAndUsageResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "GetCostAndUsage", GetCostAndUsageRequest.class, GetCostAndUsageResponse.class)
          .summary("Answers costs and usage over time, filtered, and grouped by one or two dimensions or tags.")
          .needs(CostExplorerService.need("ce:GetCostAndUsage"), AccessLevel.READ)
          .resource((caller, request) -> CostExplorerService.view(caller, request.billingViewArn()))
          .readsCosts()
          .rules(MemberRule.required("TimePeriod"), MemberRule.required("Granularity").oneOf("DAILY", "MONTHLY", "HOURLY"),
              MemberRule.required("Metrics").range(1, 20), MemberRule.optional("BillingViewArn").range(20, 2_048),
              MemberRule.optional("NextPageToken").range(0, 8_192))
          .errors(CostExplorerService.INVALID_NEXT_TOKEN, CostExplorerService.RESOURCE_NOT_FOUND, CostExplorerService.LIMIT_EXCEEDED)
          .example(() -> GetCostAndUsageRequest.builder()
              .timePeriod(DateInterval.builder().start("2026-10-01").end("2026-11-01").build())
              .granularity("MONTHLY")
              .metrics("UnblendedCost")
              .groupBy(GroupDefinition.builder().type("DIMENSION").key("SERVICE").build())
              .build())
          .build();

  private final CostStore costs;
  private final LinkedAccountNames names;

  /** Over these rooms. */
  public GetCostAndUsage(CostStore costs, LinkedAccountNames names) {
    this.costs = costs;
    this.names = names;
  }

  @Override
  public Declaration<GetCostAndUsageRequest, GetCostAndUsageResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetCostAndUsageResponse handle(Authorized<GetCostAndUsageRequest> call) {
    return answer(call, call.input());
  }

  /** The answer to a question that a call passed the gate with. */
  GetCostAndUsageResponse answer(Authorized<?> call, GetCostAndUsageRequest request) {
    CostExplorerService.checkView(call.caller(), request.billingViewArn());
    CostQuery query = query(request);
    int offset = Pages.offset(request.nextPageToken(), question(request));
    call.refuseUnseen(query.metrics());
    CostAnswer answer = costs.query(call.visibility(), query);
    Page page = new Page(query, call.caller().at(), offset);
    for (CostAnswer.Period period : answer.periods()) {
      page.add(period);
    }
    GetCostAndUsageResponse.Builder response = GetCostAndUsageResponse.builder()
        .resultsByTime(page.results)
        .dimensionValueAttributes(attributes(call, query, page));
    if (request.hasGroupBy()) {
      response.groupDefinitions(request.groupBy());
    }
    if (page.next > 0) {
      response.nextPageToken(Pages.token(page.next, question(request)));
    }
    return response.build();
  }

  private static CostQuery query(GetCostAndUsageRequest request) {
    Granularity granularity = Granularity.named(String.valueOf(request.granularityAsString()));
    var span = Periods.span(request.timePeriod());
    Periods.checkCount(span, granularity);
    List<Metric> metrics = request.metrics().stream().map(Metric::named).toList();
    return new CostQuery(span, granularity, metrics, Filters.of(request.filter()), keys(request.groupBy()));
  }

  /** What is grouped by, as group definitions say. */
  static List<GroupKey> keys(List<GroupDefinition> definitions) {
    if (definitions.size() > GROUP_DEFINITIONS_MAX) {
      throw new Failure("ValidationException", "GroupBy takes at most " + GROUP_DEFINITIONS_MAX + " group definitions, and this request has "
          + definitions.size() + ".");
    }
    List<GroupKey> keys = new ArrayList<>();
    for (GroupDefinition definition : definitions) {
      keys.add(key(definition));
    }
    if (new HashSet<>(keys).size() < keys.size()) {
      throw new Failure("ValidationException", "GroupBy names the same key twice.");
    }
    return keys;
  }

  private static GroupKey key(GroupDefinition definition) {
    String type = definition.typeAsString() == null ? "DIMENSION" : definition.typeAsString();
    String key = definition.key();
    if (key == null || key.isEmpty()) {
      throw new Failure("ValidationException", "A group definition has no Key.");
    }
    return switch (type) {
      case "DIMENSION" -> new GroupKey.ByDimension(Dimension.named(key));
      case "TAG" -> new GroupKey.ByTag(key);
      case "COST_CATEGORY" -> new GroupKey.BySourceCategory(key);
      default -> throw new Failure("ValidationException", "There is no group definition type '" + type + "'; it is DIMENSION, TAG or COST_CATEGORY.");
    };
  }

  private static Object question(GetCostAndUsageRequest request) {
    return request.toBuilder().nextPageToken(null).build();
  }

  /** The names of the linked accounts on the page. */
  private List<DimensionValuesWithAttributes> attributes(Authorized<?> call, CostQuery query, Page page) {
    int place = query.groupBy().indexOf(new GroupKey.ByDimension(Dimension.LINKED_ACCOUNT));
    if (place < 0) {
      return List.of();
    }
    Set<String> shown = new HashSet<>();
    page.results.forEach(result -> result.groups().forEach(group -> shown.add(group.keys().get(place))));
    List<DimensionValuesWithAttributes> attributes = new ArrayList<>();
    var all = costs.values(call.visibility(), new DimensionValuesQuery(query.span(), Dimension.LINKED_ACCOUNT, null, query.filter()));
    for (DimensionValue value : all) {
      if (shown.contains(value.value())) {
        attributes.add(Descriptions.of(call.visibility().dataOwner(), value, names));
      }
    }
    return attributes;
  }

  /** Collects the part of the answer that begins at an offset, counted in groups, or in periods where there are no groups. */
  private static final class Page {
    private final CostQuery query;
    private final Instant now;
    private final int offset;
    private final List<ResultByTime> results = new ArrayList<>();
    private int seen;
    private int next;

    Page(CostQuery query, Instant now, int offset) {
      this.query = query;
      this.now = now;
      this.offset = offset;
    }

    void add(CostAnswer.Period period) {
      if (query.groupBy().isEmpty() || period.groups().isEmpty()) {
        if (takesOneMore()) {
          results.add(result(period).total(Amounts.written(query.metrics(), period.total())).groups(List.of()).build());
        }
        return;
      }
      List<Group> groups = new ArrayList<>();
      for (CostAnswer.Group group : period.groups()) {
        if (takesOneMore()) {
          groups.add(Group.builder().keys(written(group.keys())).metrics(Amounts.written(query.metrics(), group.amounts())).build());
        }
      }
      if (!groups.isEmpty()) {
        results.add(result(period).total(Map.of()).groups(groups).build());
      }
    }

    private boolean takesOneMore() {
      int place = seen++;
      if (place >= offset + PAGE_MAX && next == 0) {
        next = place;
      }
      return place >= offset && next == 0;
    }

    private ResultByTime.Builder result(CostAnswer.Period period) {
      return ResultByTime.builder()
          .timePeriod(Periods.written(period.span(), query.granularity()))
          .estimated(Periods.estimated(period.span(), now));
    }

    private List<String> written(List<String> values) {
      List<String> keys = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        @Nullable String value = values.get(i);
        keys.add(switch (query.groupBy().get(i)) {
          case GroupKey.ByDimension byDimension -> AbsentValues.written(byDimension.dimension(), value);
          case GroupKey.ByTag byTag -> byTag.key() + "$" + value;
          case GroupKey.ByCategory(CostCategory category) -> category.name() + "$" + value;
          case GroupKey.BySourceCategory(String name) -> name + "$" + value;
          case GroupKey.BySourceColumn(String name) -> name + "$" + value;
        });
      }
      return keys;
    }
  }
}
