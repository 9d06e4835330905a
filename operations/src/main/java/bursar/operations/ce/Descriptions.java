package bursar.operations.ce;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.DimensionValue;
import java.util.Map;
import software.amazon.awssdk.services.costexplorer.model.DimensionValuesWithAttributes;

/** What a value of a dimension is called: the {@code description} attribute, which linked accounts have. */
final class Descriptions {
  private Descriptions() {}

  /** The value with the name the data gives it, else with the account's own name. */
  static DimensionValuesWithAttributes of(AccountId payer, DimensionValue value, LinkedAccountNames names) {
    String described = value.description();
    String name = described == null || described.isEmpty() ? names.nameOf(payer, value.value()).orElse("") : described;
    return DimensionValuesWithAttributes.builder()
        .value(value.value())
        .attributes(name.isEmpty() ? Map.of() : Map.of("description", name))
        .build();
  }
}
