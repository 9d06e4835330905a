package bursar.storage.state;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A record as JSON: members by the names of components; texts, truth values, whole numbers; decimals, moments, months and enumerations as
 * texts; a record of a sealed interface begins with its own simple name under {@code is}. Null members are left out.
 */
final class RecordText<T extends Record> {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String IS = "is";

  private final Class<T> type;

  RecordText(Class<T> type) {
    this.type = type;
  }

  String write(T record) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      write(json, record, type);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Object value, Type declared) {
    switch (value) {
      case String text -> json.writeString(text);
      case Boolean truth -> json.writeBoolean(truth);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case BigDecimal _, Instant _, YearMonth _ -> json.writeString(value.toString());
      case Enum<?> constant -> json.writeString(constant.name());
      case List<?> list -> {
        json.writeStartArray();
        list.forEach(one -> write(json, one, argument(declared, 0)));
        json.writeEndArray();
      }
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach((key, one) -> {
          json.writeName((String) key);
          write(json, one, argument(declared, 1));
        });
        json.writeEndObject();
      }
      case Record record -> writeRecord(json, record, declared instanceof Class<?> named && named.isSealed());
      default -> throw new IllegalStateException(value.getClass() + " cannot be kept");
    }
  }

  private static void writeRecord(JsonGenerator json, Record record, boolean named) {
    json.writeStartObject();
    if (named) {
      json.writeStringProperty(IS, record.getClass().getSimpleName());
    }
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = valueOf(record, component);
      if (value != null) {
        json.writeName(component.getName());
        write(json, value, component.getGenericType());
      }
    }
    json.writeEndObject();
  }

  private static @Nullable Object valueOf(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Type argument(Type declared, int at) {
    return ((ParameterizedType) declared).getActualTypeArguments()[at];
  }

  T read(String text) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      return type.cast(read(json, type));
    }
  }

  private static Object read(JsonParser json, Type declared) {
    if (declared instanceof ParameterizedType parameterized) {
      return parameterized.getRawType() == List.class ? readList(json, argument(declared, 0)) : readMap(json, argument(declared, 1));
    }
    Class<?> wanted = (Class<?>) declared;
    if (wanted == String.class) {
      return json.getString();
    } else if (wanted == boolean.class || wanted == Boolean.class) {
      return json.getBooleanValue();
    } else if (wanted == int.class || wanted == Integer.class) {
      return json.getIntValue();
    } else if (wanted == long.class || wanted == Long.class) {
      return json.getLongValue();
    } else if (wanted == BigDecimal.class) {
      return new BigDecimal(json.getString());
    } else if (wanted == Instant.class) {
      return Instant.parse(json.getString());
    } else if (wanted == YearMonth.class) {
      return YearMonth.parse(json.getString());
    } else if (wanted.isEnum()) {
      String name = json.getString();
      return Arrays.stream(wanted.getEnumConstants()).filter(constant -> ((Enum<?>) constant).name().equals(name)).findFirst().orElseThrow();
    }
    return readRecord(json, wanted);
  }

  private static List<Object> readList(JsonParser json, Type element) {
    List<Object> list = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(read(json, element));
    }
    return list;
  }

  private static Map<String, Object> readMap(JsonParser json, Type element) {
    Map<String, Object> map = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      json.nextToken();
      map.put(key, read(json, element));
    }
    return map;
  }

  private static Object readRecord(JsonParser json, Class<?> declared) {
    Class<?> wanted = declared;
    json.nextToken();
    if (declared.isSealed()) {
      json.nextToken();
      String name = json.getString();
      wanted = Arrays.stream(declared.getPermittedSubclasses()).filter(one -> one.getSimpleName().equals(name)).findFirst().orElseThrow();
      json.nextToken();
    }
    RecordComponent[] components = wanted.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    while (json.currentToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      for (int at = 0; at < components.length; at++) {
        if (components[at].getName().equals(name)) {
          values[at] = read(json, components[at].getGenericType());
        }
      }
      json.nextToken();
    }
    try {
      Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return wanted.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a kept record is no " + wanted.getSimpleName(), e);
    }
  }
}
