package bursar.wire;

import bursar.operations.shape.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A structure's members with their places, found by name. Read once a structure. */
public final class StructureLayout {
  private static final ConcurrentHashMap<Shape.Structure, StructureLayout> KNOWN = new ConcurrentHashMap<>();

  private final Shape.Structure structure;
  private final List<Shape.Member> members;
  private final Map<String, Integer> places = new HashMap<>();

  private StructureLayout(Shape.Structure structure) {
    this.structure = structure;
    members = structure.members();
    for (int i = 0; i < members.size(); i++) {
      places.put(members.get(i).name(), i);
    }
  }

  /** The layout of that structure. */
  public static StructureLayout of(Shape.Structure structure) {
    StructureLayout known = KNOWN.get(structure);
    if (known == null) {
      known = new StructureLayout(structure);
      KNOWN.putIfAbsent(structure, known);
    }
    return known;
  }

  /** The members, in order. */
  public List<Shape.Member> members() {
    return members;
  }

  /** The place of the member with that wire name, or -1. */
  public int place(String name) {
    Integer place = places.get(name);
    return place == null ? -1 : place;
  }

  /** Room for a value a member. */
  public @Nullable Object[] values() {
    return new @Nullable Object[members.size()];
  }

  /** Builds the structure's value. */
  public Object build(@Nullable Object[] values) {
    return structure.build(values);
  }
}
