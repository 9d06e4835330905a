package bursar.storage.costs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Real cost data with independent answers, which lies beside the project in {@code shared/data}; the property {@code bursar.shared.data}
 * names another place.
 */
public final class SharedData {
  private SharedData() {}

  /** The folder; fails where there is none. */
  public static Path folder() {
    String named = System.getProperty("bursar.shared.data");
    if (named != null) {
      Path folder = Path.of(named);
      if (Files.isDirectory(folder)) {
        return folder;
      }
      throw new AssertionError("The property bursar.shared.data names " + named + ", which is no folder.");
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared").resolve("data");
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    throw new AssertionError("The shared cost data is missing: there is no folder shared/data beside the project or above it, and the property"
        + " bursar.shared.data names none. These tests compare with its expected answers and cannot do without.");
  }

  /** The expected answers in a file: maps, lists, texts and decimal numbers. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> expected(String file) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), Files.readString(folder().resolve(file)))) {
      parser.nextToken();
      return (Map<String, Object>) value(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of one of the expected tables. */
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> rows(Map<String, Object> expected, String table) {
    return (List<Map<String, Object>>) expected.get(table);
  }

  private static Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> map = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        map.put(name, value(parser));
      }
      return map;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(value(parser));
      }
      return list;
    }
    return token == JsonToken.VALUE_NULL ? null : token.isNumeric() ? new BigDecimal(parser.getString()) : parser.getString();
  }
}
