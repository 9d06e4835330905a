package bursar.operations.dataexports;

import bursar.domain.exports.ExportTable;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.Map;
import software.amazon.awssdk.services.bcmdataexports.model.Column;
import software.amazon.awssdk.services.bcmdataexports.model.GetTableRequest;
import software.amazon.awssdk.services.bcmdataexports.model.GetTableResponse;

/** Tells the columns of a table. Source: Data Exports API reference, GetTable. */
public final class GetTable implements Operation<GetTableRequest, GetTableResponse> {
  private static final Declaration<GetTableRequest, GetTableResponse> DECLARATION =
      DataExportsService.declare("GetTable", GetTableRequest.class, GetTableResponse.class, AccessLevel.READ)
          .summary("Tells the columns of a table, as its properties make them.")
          .resource((caller, request) -> DataExportsService.tableArn(caller, request.tableName()))
          .rules(MemberRule.required("TableName").range(1, 128))
          .example(() -> GetTableRequest.builder().tableName("FOCUS_1_2_AWS").build())
          .build();

  @Override
  public Declaration<GetTableRequest, GetTableResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetTableResponse handle(Authorized<GetTableRequest> call) {
    ExportTable table = ExportTable.named(call.input().tableName());
    Map<String, String> properties = table.complete(call.input().hasTableProperties() ? call.input().tableProperties() : Map.of());
    return GetTableResponse.builder().tableName(table.name()).description(table.description()).tableProperties(properties)
        .schema(table.columns(properties).stream().map(column -> Column.builder().name(column.name()).type(column.type().wireName())
            .description(column.description()).build()).toList()).build();
  }
}
