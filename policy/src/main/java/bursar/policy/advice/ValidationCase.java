package bursar.policy.advice;

import bursar.policy.MalformedPolicyException;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyQuota;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The question whether a text is a policy of a kind: {@code {"id", "kind", "document": object or text}}.
 *
 * @param id the id's JSON text
 * @param kind of the policy
 * @param document the policy's own text; lines and columns of findings count from its first character
 */
public record ValidationCase(String id, PolicyKind kind, String document) {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  /** Answers a line with one line, whatever it holds. */
  public static Answer answer(String line, KnownNames names) {
    try {
      return of(line).answer(names);
    } catch (JsonLine.BadCaseException bad) {
      return new Answer(error(bad), false, true);
    }
  }

  /**
   * What came of a line.
   *
   * @param json the answer, on one line
   * @param valid whether the policy would be stored
   * @param badCase whether the line was no case
   */
  public record Answer(String json, boolean valid, boolean badCase) {}

  /**
   * Reads a case.
   *
   * @throws JsonLine.BadCaseException when the line is none
   */
  public static ValidationCase of(String line) {
    JsonLine parts = JsonLine.of(line);
    String name = parts.text("kind");
    PolicyKind kind = PolicyKind.named(name.toLowerCase(Locale.ROOT));
    if (kind == null) {
      throw parts.bad("`" + name + "` is no kind of policy. Write identity, resource, trust, boundary, session, scp or rcp.");
    }
    String raw = parts.raw("document");
    if (raw == null) {
      throw parts.bad("The case needs `document`, a policy as an object or as a text in quotes.");
    }
    String text = raw.startsWith("\"") ? JsonLine.decoded(raw) : raw;
    if (text == null) {
      throw parts.bad("The text of `document` is not valid JSON.");
    }
    return new ValidationCase(parts.id(), kind, text);
  }

  private Answer answer(KnownNames names) {
    List<Finding> findings = PolicyAdvisor.review(document, kind, names);
    boolean valid = findings.stream().noneMatch(Finding::refused);
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeName("id");
      json.writeRawValue(id);
      json.writeBooleanProperty("valid", valid);
      json.writeName("findings");
      json.writeStartArray();
      findings.stream().filter(Finding::refused).findFirst().ifPresent(first -> write(json, first, refusalCode(findings)));
      findings.forEach(finding -> write(json, finding, finding.code()));
      json.writeEndArray();
      json.writeEndObject();
    }
    return new Answer(text.toString(), valid, false);
  }

  /** The code with which AWS's own operation refuses the policy: of its text first, of its size only when the text is right. */
  private String refusalCode(List<Finding> findings) {
    boolean sizeOnly = findings.stream().filter(Finding::refused).allMatch(finding -> finding.message().startsWith(sizeRefusal()));
    return sizeOnly ? PolicyQuota.of(kind).errorCode() : MalformedPolicyException.AWS_CODE;
  }

  private String sizeRefusal() {
    return PolicyQuota.of(kind).refusal(document).orElse("\0");
  }

  private static void write(JsonGenerator json, Finding finding, String code) {
    json.writeStartObject();
    json.writeStringProperty("code", code);
    json.writeStringProperty("severity", finding.severity().name());
    json.writeNumberProperty("line", finding.line());
    json.writeNumberProperty("column", finding.column());
    json.writeStringProperty("path", finding.path());
    json.writeStringProperty("message", finding.message());
    json.writeEndObject();
  }

  private static String error(JsonLine.BadCaseException bad) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeName("id");
      json.writeRawValue(bad.id());
      json.writeStringProperty("error", String.valueOf(bad.getMessage()));
      json.writeEndObject();
    }
    return text.toString();
  }
}
