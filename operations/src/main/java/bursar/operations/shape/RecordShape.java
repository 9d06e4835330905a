package bursar.operations.shape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shape of one of our own records: a member a component, its wire name the component's with an upper-case first letter. */
final class RecordShape implements Shape.Structure {
  private final Class<?> type;
  private final MethodHandle constructor;
  private final Once<List<Shape.Member>> members;

  RecordShape(Class<?> type) {
    this.type = type;
    members = new Once<>(() -> Arrays.stream(type.getRecordComponents()).<Shape.Member>map(ComponentMember::new).toList());
    Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
    for (Class<?> component : types) {
      if (component.isPrimitive()) {
        throw new IllegalArgumentException(type.getName() + " has a primitive component, which cannot be absent: use its box");
      }
    }
    try {
      var declared = type.getDeclaredConstructor(types);
      declared.setAccessible(true);
      constructor = MethodHandles.lookup().unreflectConstructor(declared).asSpreader(Object[].class, types.length);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " has no canonical constructor", e);
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
    try {
      return constructor.invoke(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("building " + type.getName(), e);
    }
  }

  static Shape shapeOf(Type type) {
    if (type instanceof ParameterizedType generic) {
      if (generic.getRawType() == List.class) {
        return new Shape.ListOf(shapeOf(generic.getActualTypeArguments()[0]));
      }
      if (generic.getRawType() == Map.class && generic.getActualTypeArguments()[0] == String.class) {
        return new Shape.MapOf(shapeOf(generic.getActualTypeArguments()[1]));
      }
    }
    if (type instanceof Class<?> plain) {
      Shape.Scalar scalar = scalar(plain);
      return scalar == null ? Shapes.of(plain) : scalar;
    }
    throw new IllegalArgumentException(type + " cannot be spelled on the wire");
  }

  private static Shape.@Nullable Scalar scalar(Class<?> type) {
    if (type == String.class) {
      return Shape.Scalar.STRING;
    } else if (type == Boolean.class) {
      return Shape.Scalar.BOOLEAN;
    } else if (type == Integer.class) {
      return Shape.Scalar.INTEGER;
    } else if (type == Long.class) {
      return Shape.Scalar.LONG;
    } else if (type == BigDecimal.class) {
      return Shape.Scalar.DECIMAL;
    } else if (type == Instant.class) {
      return Shape.Scalar.TIMESTAMP;
    }
    return null;
  }

  private static final class ComponentMember implements Shape.Member {
    private final String name;
    private final MethodHandle accessor;
    private final Once<Shape> shape;

    ComponentMember(RecordComponent component) {
      String own = component.getName();
      name = own.substring(0, 1).toUpperCase(Locale.ROOT) + own.substring(1);
      Type type = component.getGenericType();
      shape = new Once<>(() -> shapeOf(type));
      try {
        var method = component.getAccessor();
        method.setAccessible(true);
        accessor = MethodHandles.lookup().unreflect(method);
      } catch (IllegalAccessException e) {
        throw new IllegalArgumentException("reading " + component, e);
      }
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Shape shape() {
      return shape.get();
    }

    @Override
    public @Nullable Object read(Object structure) {
      try {
        return accessor.invoke(structure);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("reading " + name, e);
      }
    }
  }
}
