package bursar.operations.cur;

import bursar.domain.Failure;
import bursar.domain.exports.ExportDefinition;
import bursar.domain.exports.ExportStore;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.exports.ExportRuns;
import bursar.operations.gate.Authorized;
import java.util.List;
import software.amazon.awssdk.services.costandusagereport.model.DescribeReportDefinitionsRequest;
import software.amazon.awssdk.services.costandusagereport.model.DescribeReportDefinitionsResponse;

/** Lists reports. Source: Cost and Usage Report API reference, DescribeReportDefinitions. */
public final class DescribeReportDefinitions implements Operation<DescribeReportDefinitionsRequest, DescribeReportDefinitionsResponse> {
  private static final Declaration<DescribeReportDefinitionsRequest, DescribeReportDefinitionsResponse> DECLARATION =
      CurService.declare("DescribeReportDefinitions", DescribeReportDefinitionsRequest.class, DescribeReportDefinitionsResponse.class, AccessLevel.READ)
          .summary("Lists the reports of the account with their definitions.")
          .rules(MemberRule.optional("MaxResults").range(5, 5), MemberRule.optional("NextToken").range(1, 2_048))
          .example(() -> DescribeReportDefinitionsRequest.builder().build())
          .build();

  private static final int PAGE = 5;
  private static final int EXECUTIONS = 100;

  private final ExportRuns runs;

  DescribeReportDefinitions(ExportRuns runs) {
    this.runs = runs;
  }

  @Override
  public Declaration<DescribeReportDefinitionsRequest, DescribeReportDefinitionsResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public DescribeReportDefinitionsResponse handle(Authorized<DescribeReportDefinitionsRequest> call) {
    ExportStore store = runs.exports().store();
    List<ExportDefinition> all = store.list(call.account(), ExportDefinition.Kind.REPORT);
    String token = call.input().nextToken();
    if (token != null && (!token.matches("\\d{1,9}") || Integer.parseInt(token) > all.size())) {
      throw new Failure("ValidationException", "The NextToken is not one that this list gave out.");
    }
    int from = token == null ? 0 : Integer.parseInt(token);
    int to = Math.min(all.size(), from + (call.input().maxResults() == null ? PAGE : call.input().maxResults()));
    return DescribeReportDefinitionsResponse.builder().reportDefinitions(all.subList(from, to).stream()
        .map(report -> ReportModels.model(report, store.executions(report.id(), EXECUTIONS))).toList())
        .nextToken(to < all.size() ? String.valueOf(to) : null).build();
  }
}
