package bursar.wire;

import bursar.operations.shape.Shape;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;

/** Values of any shape, made from a seed. A structure inside another has a member at least: a form cannot say that one is there but empty. */
final class RandomValues {
  private static final String[] TEXTS = {"", " ", "a", "<&>\"'", "a b+c%", "é", "🙂", "\r\n\t", "]]>", "x=y&z.1", "{\"a\":[1]}\n", "ünïcode\u2028\u0085"};
  private final Random random;

  RandomValues(long seed) {
    random = new Random(seed);
  }

  Object value(Shape shape, int depth) {
    return switch (shape) {
      case Shape.Structure structure -> {
        Object[] values = new Object[structure.members().size()];
        for (int i = 0; i < values.length; i++) {
          Shape inner = structure.members().get(i).shape();
          if (random.nextInt(4) > 0 && (inner instanceof Shape.Scalar || depth < 4)) {
            values[i] = value(inner, depth + 1);
          }
        }
        if (depth > 0 && depth < 6 && values.length > 0 && Arrays.stream(values).allMatch(Objects::isNull)) {
          values[0] = value(structure.members().getFirst().shape(), depth + 1);
        }
        yield structure.build(values);
      }
      case Shape.ListOf list -> {
        List<Object> elements = new ArrayList<>();
        for (int i = random.nextInt(random.nextInt(8) == 0 ? 14 : 3); i > 0; i--) {
          elements.add(value(list.element(), depth + 1));
        }
        yield elements;
      }
      case Shape.MapOf map -> {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          entries.put("k" + i + text(), value(map.value(), depth + 1));
        }
        yield entries;
      }
      case Shape.Scalar scalar -> scalar(scalar);
    };
  }

  private Object scalar(Shape.Scalar kind) {
    return switch (kind) {
      case STRING -> text();
      case BOOLEAN -> random.nextBoolean();
      case SHORT -> (short) random.nextInt();
      case INTEGER -> random.nextInt();
      case LONG -> random.nextLong();
      case FLOAT -> random.nextFloat() * 1e6f;
      case DOUBLE -> random.nextGaussian() * 1e9;
      case DECIMAL -> BigDecimal.valueOf(random.nextLong(), random.nextInt(12));
      case TIMESTAMP -> Instant.ofEpochSecond(random.nextLong(-1_000_000_000L, 5_000_000_000L), random.nextInt(3) == 0 ? random.nextInt(1000) * 1_000_000L : 0);
      case BLOB -> {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        yield SdkBytes.fromByteArray(bytes);
      }
      case DOCUMENT -> Document.fromString(text());
    };
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)] + (random.nextBoolean() ? "" : Integer.toString(random.nextInt(1000)));
  }
}
