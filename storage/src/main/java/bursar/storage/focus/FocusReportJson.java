package bursar.storage.focus;

import bursar.domain.focus.FocusReport;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a report as JSON, for programs. */
public final class FocusReportJson {
  private FocusReportJson() {}

  /** One JSON document on one line. */
  public static String of(FocusReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("file", report.file());
      json.writeStringProperty("version", report.version());
      json.writeBooleanProperty("conforms", report.conforms());
      json.writeNumberProperty("rows", report.rows());
      for (FocusReport.Outcome outcome : FocusReport.Outcome.values()) {
        json.writeNumberProperty(outcome.name().toLowerCase(java.util.Locale.ROOT), report.having(outcome).size());
      }
      json.writeArrayPropertyStart("unreadable");
      report.unreadable().forEach(row -> {
        json.writeStartObject();
        json.writeNumberProperty("row", row.row());
        json.writeStringProperty("reason", row.reason());
        json.writeEndObject();
      });
      json.writeEndArray();
      json.writeArrayPropertyStart("rules");
      report.results().forEach(result -> write(json, result));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, FocusReport.Result result) {
    json.writeStartObject();
    json.writeStringProperty("id", result.rule().id());
    json.writeStringProperty("column", result.rule().column());
    json.writeStringProperty("keyword", result.rule().keyword().written());
    json.writeStringProperty("sentence", result.rule().sentence());
    json.writeStringProperty("outcome", result.outcome().name());
    if (!result.reason().isEmpty()) {
      json.writeStringProperty("reason", result.reason());
    }
    if (result.outcome() == FocusReport.Outcome.FAILED) {
      json.writeNumberProperty("rows", result.rows());
      json.writeArrayPropertyStart("examples");
      result.examples().forEach(example -> {
        json.writeStartObject();
        json.writeNumberProperty("row", example.row());
        json.writeObjectPropertyStart("values");
        example.values().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeEndObject();
      });
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
