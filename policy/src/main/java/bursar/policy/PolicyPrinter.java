package bursar.policy;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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

  /** One statement, written as in {@link #print(PolicyDocument)}. */
  public static String print(Statement statement) {
    return written(json -> write(json, statement));
  }

  /**
   * The value of one element of a statement, such as {@code ["s3:GetObject","s3:PutObject"]} for Action.
   *
   * @return null when the statement has no such element
   */
  public static @Nullable String print(Statement statement, StatementElement element) {
    PrincipalElement principal = statement.principal();
    PatternElement resource = statement.resource();
    return switch (element) {
      case SID -> statement.sid() == null ? null : written(json -> json.writeString(statement.sid()));
      case EFFECT -> written(json -> json.writeString(statement.effect().awsName()));
      case PRINCIPAL, NOT_PRINCIPAL ->
          principal == null || principal.negated() != (element == StatementElement.NOT_PRINCIPAL) ? null : written(json -> write(json, principal));
      case ACTION, NOT_ACTION -> written(statement.action(), element == StatementElement.NOT_ACTION);
      case RESOURCE, NOT_RESOURCE -> resource == null ? null : written(resource, element == StatementElement.NOT_RESOURCE);
      case CONDITION -> statement.conditions().isEmpty() ? null : written(json -> writeOperators(json, statement.conditions()));
    };
  }

  private static @Nullable String written(PatternElement element, boolean negated) {
    return element.negated() == negated ? written(json -> writeValues(json, element.patterns())) : null;
  }

  private static String written(Consumer<JsonGenerator> writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      writing.accept(json);
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
      write(json, principal);
    }
    writeValues(json, statement.action().negated() ? "NotAction" : "Action", statement.action().patterns());
    PatternElement resource = statement.resource();
    if (resource != null) {
      writeValues(json, resource.negated() ? "NotResource" : "Resource", resource.patterns());
    }
    if (!statement.conditions().isEmpty()) {
      json.writeName("Condition");
      writeOperators(json, statement.conditions());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, PrincipalElement principal) {
    if (principal.everyone()) {
      json.writeString("*");
      return;
    }
    json.writeStartObject();
    principal.named().forEach((type, names) -> writeValues(json, type, names));
    json.writeEndObject();
  }

  private static void writeOperators(JsonGenerator json, List<Condition> conditions) {
    Map<String, Map<String, List<Located>>> byOperator = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      byOperator
          .computeIfAbsent(condition.operator().awsName(), name -> new LinkedHashMap<>())
          .put(condition.key(), condition.values());
    }
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
    writeValues(json, values);
  }

  private static void writeValues(JsonGenerator json, List<Located> values) {
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
