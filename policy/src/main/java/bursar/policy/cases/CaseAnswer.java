package bursar.policy.cases;

import bursar.policy.Decision;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * One line of answer to one line of question, in ASCII.
 *
 * @param json the line
 * @param failed whether it tells an error instead of a decision
 */
public record CaseAnswer(String json, boolean failed) {
  private static final JsonFactory FACTORY = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** Reads a case, decides it, and words the answer. */
  public static CaseAnswer to(String line) {
    try {
      PolicyCase asked = CaseReader.read(line);
      return new CaseAnswer(decided(asked.id(), asked.decide()), false);
    } catch (BadCaseException bad) {
      return new CaseAnswer(refused(bad.id(), String.valueOf(bad.getMessage())), true);
    }
  }

  private static String decided(String id, Decision decision) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeName("id");
      json.writeRawValue(id);
      json.writeStringProperty("decision", PolicyCase.name(decision));
      json.writeName("statements");
      json.writeStartArray();
      for (PolicyCase.Place place : PolicyCase.places(decision)) {
        json.writeStartObject();
        json.writeNumberProperty("policy", place.policy());
        json.writeNumberProperty("statement", place.statement());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static String refused(@Nullable String id, String sentence) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeName("id");
      json.writeRawValue(id == null ? "null" : id);
      json.writeStringProperty("error", sentence);
      json.writeEndObject();
    }
    return text.toString();
  }

  /** A text in quotes, in ASCII. */
  static String quoted(String value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeString(value);
    }
    return text.toString();
  }
}
