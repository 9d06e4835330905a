package bursar.operations.iam;

import bursar.domain.Failure;
import bursar.policy.RequestContext;
import bursar.policy.matching.AddressRange;
import bursar.policy.matching.Scalars;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;

/** The condition keys of a simulated call. Source: IAM API reference, ContextEntry. */
final class SimulationContext {
  private SimulationContext() {}

  /**
   * Adds the keys of a request, in place of those that are there.
   *
   * @throws Failure InvalidInput when an entry has no name, or a value is not of the entry's type
   */
  static void add(List<ContextEntry> entries, RequestContext.Builder context) {
    for (ContextEntry entry : entries) {
      String key = entry.contextKeyName();
      ContextKeyTypeEnum type = entry.contextKeyType();
      if (key == null || key.length() < 5 || key.indexOf(':') <= 0) {
        throw new Failure("InvalidInput", "A context entry has no ContextKeyName such as aws:SourceIp.");
      }
      if (type == null || type == ContextKeyTypeEnum.UNKNOWN_TO_SDK_VERSION) {
        throw new Failure("InvalidInput", "The context entry " + key + " has no ContextKeyType; the types are "
            + String.join(", ", ContextKeyTypeEnum.knownValues().stream().map(ContextKeyTypeEnum::toString).sorted().toList()) + ".");
      }
      List<String> values = entry.contextKeyValues();
      boolean list = type.toString().endsWith("List");
      if (!list && values.size() > 1) {
        throw new Failure("InvalidInput", "The context entry " + key + " is a " + type + ", which has one value, and it has " + values.size()
            + ". Make it a " + type + "List.");
      }
      for (String value : values) {
        if (!fits(type, value)) {
          throw new Failure("InvalidInput", "The value '" + value + "' of context entry " + key + " is not of type " + type + ".");
        }
      }
      context.put(key, values);
    }
  }

  private static boolean fits(ContextKeyTypeEnum type, String value) {
    return switch (type) {
      case STRING, STRING_LIST -> true;
      case NUMERIC, NUMERIC_LIST -> Scalars.number(value) != null;
      case BOOLEAN, BOOLEAN_LIST -> Scalars.truth(value.toLowerCase(Locale.ROOT)) != null;
      case IP, IP_LIST -> AddressRange.parse(value) != null;
      case BINARY, BINARY_LIST -> Scalars.binary(value) != null;
      case DATE, DATE_LIST -> Scalars.date(value) != null;
      case UNKNOWN_TO_SDK_VERSION -> false;
    };
  }
}
