package bursar.operations.shape;

import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkPojo;

/** Finds the shape of a class: an AWS SDK model class or one of our records. Each class is read once. */
public final class Shapes {
  private static final ConcurrentHashMap<Class<?>, Shape.Structure> KNOWN = new ConcurrentHashMap<>();

  private Shapes() {}

  /**
   * The structure that class describes.
   *
   * @throws IllegalArgumentException if the class is neither an SDK model class nor a record
   */
  public static Shape.Structure of(Class<?> type) {
    Shape.Structure known = KNOWN.get(type);
    if (known != null) {
      return known;
    }
    Shape.Structure read;
    if (SdkPojo.class.isAssignableFrom(type)) {
      read = SdkShape.ofClass(type);
    } else if (type.isRecord()) {
      read = new RecordShape(type);
    } else {
      throw new IllegalArgumentException(type.getName() + " is neither an AWS SDK model class nor a record");
    }
    Shape.Structure first = KNOWN.putIfAbsent(type, read);
    return first == null ? read : first;
  }
}
