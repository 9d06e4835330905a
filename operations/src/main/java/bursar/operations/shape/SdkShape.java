package bursar.operations.shape;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/** The shape of an AWS SDK model class, read from the {@code sdkFields()} that the SDK publishes for every structure. */
final class SdkShape implements Shape.Structure {
  private final Class<?> type;
  private final Supplier<SdkPojo> builder;
  private final Once<List<Shape.Member>> members;

  private SdkShape(Class<?> type, Supplier<SdkPojo> builder) {
    this.type = type;
    this.builder = builder;
    members = new Once<>(() -> builder.get().sdkFields().stream().<Shape.Member>map(FieldMember::new).toList());
  }

  static SdkShape ofClass(Class<?> type) {
    try {
      var method = type.getMethod("builder");
      return new SdkShape(type, () -> {
        try {
          return (SdkPojo) method.invoke(null);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("building " + type.getName(), e);
        }
      });
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type.getName() + " has no builder()", e);
    }
  }

  @Override
  public Class<?> type() {
    return type;
  }

  @Override
  public List<Shape.Member> members() {
    return members.get();
  }

  @Override
  public Object build(@Nullable Object[] values) {
    SdkPojo made = builder.get();
    List<Shape.Member> all = members();
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        ((FieldMember) all.get(i)).field.set(made, value);
      }
    }
    return ((Buildable) made).build();
  }

  private static Shape shapeOf(SdkField<?> field) {
    MarshallingType<?> kind = field.marshallingType();
    if (kind == MarshallingType.LIST) {
      return new Shape.ListOf(shapeOf(field.getTrait(ListTrait.class).memberFieldInfo()));
    } else if (kind == MarshallingType.MAP) {
      return new Shape.MapOf(shapeOf(field.getTrait(MapTrait.class).valueFieldInfo()));
    } else if (kind == MarshallingType.SDK_POJO) {
      Supplier<SdkPojo> constructor = field.constructor();
      Class<?> type = ((Buildable) constructor.get()).build().getClass();
      return Shapes.of(type);
    }
    return scalar(kind);
  }

  private static Shape.Scalar scalar(MarshallingType<?> kind) {
    if (kind == MarshallingType.STRING) {
      return Shape.Scalar.STRING;
    } else if (kind == MarshallingType.BOOLEAN) {
      return Shape.Scalar.BOOLEAN;
    } else if (kind == MarshallingType.SHORT) {
      return Shape.Scalar.SHORT;
    } else if (kind == MarshallingType.INTEGER) {
      return Shape.Scalar.INTEGER;
    } else if (kind == MarshallingType.LONG) {
      return Shape.Scalar.LONG;
    } else if (kind == MarshallingType.FLOAT) {
      return Shape.Scalar.FLOAT;
    } else if (kind == MarshallingType.DOUBLE) {
      return Shape.Scalar.DOUBLE;
    } else if (kind == MarshallingType.BIG_DECIMAL) {
      return Shape.Scalar.DECIMAL;
    } else if (kind == MarshallingType.INSTANT) {
      return Shape.Scalar.TIMESTAMP;
    } else if (kind == MarshallingType.SDK_BYTES) {
      return Shape.Scalar.BLOB;
    } else if (kind == MarshallingType.DOCUMENT) {
      return Shape.Scalar.DOCUMENT;
    }
    throw new IllegalArgumentException("The SDK describes a member of a kind we do not know: " + kind);
  }

  private static final class FieldMember implements Shape.Member {
    private final SdkField<?> field;
    private final Once<Shape> shape;

    FieldMember(SdkField<?> field) {
      this.field = field;
      shape = new Once<>(() -> shapeOf(field));
    }

    @Override
    public String name() {
      return field.locationName();
    }

    @Override
    public boolean timeWrittenOut() {
      TimestampFormatTrait format = field.getTrait(TimestampFormatTrait.class);
      return format != null && format.format() == TimestampFormatTrait.Format.ISO_8601;
    }

    @Override
    public Shape.Location location() {
      return switch (field.location()) {
        case PAYLOAD -> field.containsTrait(PayloadTrait.class) ? Shape.Location.WHOLE_BODY : Shape.Location.BODY;
        case PATH, GREEDY_PATH -> Shape.Location.PATH;
        case QUERY_PARAM -> Shape.Location.QUERY;
        case HEADER -> Shape.Location.HEADER;
        case STATUS_CODE -> Shape.Location.STATUS;
      };
    }

    @Override
    public Shape shape() {
      return shape.get();
    }

    @Override
    public @Nullable Object read(Object structure) {
      Object value = field.getValueOrDefault(structure);
      return value instanceof SdkAutoConstructList<?> || value instanceof SdkAutoConstructMap<?, ?> ? null : value;
    }
  }
}
