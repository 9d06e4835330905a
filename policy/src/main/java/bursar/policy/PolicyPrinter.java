package bursar.policy;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a policy as JSON that reads back as an equal one. */
public final class PolicyPrinter {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private PolicyPrinter() {}

  /** The policy on one line, without white space; operators in AWS's spelling, single values without brackets. */
  public static String print(PolicyDocument document) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      PolicyVersion version = document.version();
      if (version != null) {
        json.writeStringProperty("Version", version.date());
      }
      String id = document.id();
      if (id != null) {
        json.writeStringProperty("Id", id);
      }
      json.writeName("Statement");
      json.writeStartArray();
      for (Statement statement : document.statements()) {
        write(json, statement);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Statement statement) {
    json.writeStartObject();
    String sid = statement.sid();
    if (sid != null) {
      json.writeStringProperty("Sid", sid);
    }
    json.writeStringProperty("Effect", statement.effect().awsName());
    PrincipalElement principal = statement.principal();
    if (principal != null) {
      json.writeName(principal.negated() ? "NotPrincipal" : "Principal");
      if (principal.everyone()) {
        json.writeString("*");
      } else {
        json.writeStartObject();
        principal.named().forEach((type, names) -> writeValues(json, type, names));
        json.writeEndObject();
      }
    }
    writeValues(json, statement.action().negated() ? "NotAction" : "Action", statement.action().patterns());
    PatternElement resource = statement.resource();
    if (resource != null) {
      writeValues(json, resource.negated() ? "NotResource" : "Resource", resource.patterns());
    }
    writeConditions(json, statement.conditions());
    json.writeEndObject();
  }

  private static void writeConditions(JsonGenerator json, List<Condition> conditions) {
    if (conditions.isEmpty()) {
      return;
    }
    Map<String, Map<String, List<Located>>> byOperator = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      byOperator
          .computeIfAbsent(condition.operator().awsName(), name -> new LinkedHashMap<>())
          .put(condition.key(), condition.values());
    }
    json.writeName("Condition");
    json.writeStartObject();
    byOperator.forEach(
        (operator, keys) -> {
          json.writeName(operator);
          json.writeStartObject();
          keys.forEach((key, values) -> writeValues(json, key, values));
          json.writeEndObject();
        });
    json.writeEndObject();
  }

  private static void writeValues(JsonGenerator json, String name, List<Located> values) {
    json.writeName(name);
    if (values.size() == 1) {
      json.writeString(values.getFirst().text());
      return;
    }
    json.writeStartArray();
    for (Located value : values) {
      json.writeString(value.text());
    }
    json.writeEndArray();
  }
}
