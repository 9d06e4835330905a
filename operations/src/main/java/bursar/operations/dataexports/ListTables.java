package bursar.operations.dataexports;

import bursar.domain.exports.ExportTable;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import software.amazon.awssdk.services.bcmdataexports.model.ListTablesRequest;
import software.amazon.awssdk.services.bcmdataexports.model.ListTablesResponse;
import software.amazon.awssdk.services.bcmdataexports.model.Table;
import software.amazon.awssdk.services.bcmdataexports.model.TablePropertyDescription;

/** Lists the tables. Source: Data Exports API reference, ListTables. */
public final class ListTables implements Operation<ListTablesRequest, ListTablesResponse> {
  private static final Declaration<ListTablesRequest, ListTablesResponse> DECLARATION =
      DataExportsService.declare("ListTables", ListTablesRequest.class, ListTablesResponse.class, AccessLevel.LIST)
          .summary("Lists the tables that can be exported, with what can be set of each.")
          .rules(DataExportsService.MAX_RESULTS, DataExportsService.NEXT_TOKEN)
          .example(() -> ListTablesRequest.builder().build())
          .build();

  @Override
  public Declaration<ListTablesRequest, ListTablesResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public ListTablesResponse handle(Authorized<ListTablesRequest> call) {
    DataExportsService.Page<ExportTable> page =
        DataExportsService.page(List.of(ExportTable.values()), call.input().maxResults(), call.input().nextToken());
    return ListTablesResponse.builder().tables(page.items().stream().map(table -> Table.builder().tableName(table.name())
        .description(table.description()).tableProperties(table.properties().stream().map(property -> TablePropertyDescription.builder()
            .name(property.name()).description(property.description()).validValues(property.values())
            .defaultValue(property.values().getFirst()).build()).toList()).build()).toList()).nextToken(page.next()).build();
  }
}
