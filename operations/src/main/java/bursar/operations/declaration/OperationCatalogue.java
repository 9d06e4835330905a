package bursar.operations.declaration;

import bursar.domain.costs.RowKeys;
import bursar.operations.shape.Shape;
import bursar.operations.shape.Shapes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All operations of a server, found by their wire names. It is built whole or not at all: every fault of every declaration is reported at once. */
public final class OperationCatalogue {
  private static final String TOO_MUCH = "LimitExceededException";
  private static final Pattern ACTION = Pattern.compile("[a-z0-9-]+:[A-Za-z0-9]+");

  private final Map<String, Operation<?, ?>> byQualifiedName = new LinkedHashMap<>();
  private final Map<String, ServiceDefinition> services = new LinkedHashMap<>();

  /**
   * Builds the catalogue.
   *
   * @throws IllegalStateException naming every fault
   */
  public OperationCatalogue(Collection<? extends Operation<?, ?>> operations) {
    List<String> faults = new ArrayList<>();
    for (Operation<?, ?> operation : operations) {
      Declaration<?, ?> declaration = operation.declaration();
      check(declaration, faults);
      if (byQualifiedName.put(declaration.qualifiedName(), operation) != null) {
        faults.add(declaration + " is declared twice");
      }
      ServiceDefinition other = services.putIfAbsent(declaration.service().name(), declaration.service());
      if (other != null && !other.equals(declaration.service())) {
        faults.add(declaration + " describes its service otherwise than its siblings do");
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException("The operations are declared with faults:\n  " + String.join("\n  ", faults));
    }
  }

  private static void check(Declaration<?, ?> declaration, List<String> faults) {
    if (declaration.summary().isBlank() || !declaration.summary().endsWith(".")) {
      faults.add(declaration + " has no summary that ends with a full stop");
    }
    boolean free = declaration.exemptions().contains(Exemption.UNSIGNED) || declaration.exemptions().contains(Exemption.UNDENIABLE)
        || declaration.exemptions().contains(Exemption.OPERATOR_ONLY);
    Need need = declaration.need();
    if (need == null && !free) {
      faults.add(declaration + " names no action, and no exemption that would make it need none");
    }
    if (need != null && !ACTION.matcher(need.action()).matches()) {
      faults.add(declaration + " needs '" + need.action() + "', which is no action");
    }
    if (!declaration.hasExample()) {
      faults.add(declaration + " has no example request");
    }
    if (declaration.readsCosts() && declaration.errors().stream().noneMatch(error -> error.code().equals(TOO_MUCH))) {
      faults.add(declaration + " reads costs and does not declare " + TOO_MUCH + ", which ends a question that takes too long");
    }
    if (need != null && declaration.readsCosts() != RowKeys.read(need.action())) {
      faults.add(declaration + (declaration.readsCosts() ? " reads costs, but its action " + need.action() + " is not one that reads rows"
          : " does not read costs, but its action " + need.action() + " is one that reads rows") + " (RowKeys)");
    }
    checkShapes(declaration, faults);
  }

  private static void checkShapes(Declaration<?, ?> declaration, List<String> faults) {
    try {
      Shapes.of(declaration.outputType()).members();
      var shape = Shapes.of(declaration.inputType());
      checkRoute(declaration, shape, faults);
      for (MemberRule rule : declaration.rules()) {
        if (shape.member(rule.name()) == null) {
          faults.add(declaration + " has a rule for '" + rule.name() + "', which its request does not have");
        }
      }
      if (declaration.hasExample()) {
        InputCheck.check(declaration, declaration.example());
      }
    } catch (RuntimeException e) {
      faults.add(declaration + ": " + e.getMessage());
    }
  }

  private static void checkRoute(Declaration<?, ?> declaration, Shape.Structure shape, List<String> faults) {
    HttpRoute route = declaration.route();
    if (route != null && declaration.service().protocol() != Protocol.REST_JSON_1) {
      faults.add(declaration + " has a path, which only REST services have");
    }
    List<String> labels = route == null ? List.of() : route.parts().stream().map(HttpRoute::label).toList();
    for (Shape.Member member : shape.members()) {
      if (member.location() == Shape.Location.PATH && !labels.contains(member.name())) {
        faults.add(declaration + " has the member '" + member.name() + "' in its path, and its path has no such label");
      }
    }
  }

  /** The operation of that service and name, or null. */
  public @Nullable Operation<?, ?> find(String service, String name) {
    return byQualifiedName.get(service + ":" + name);
  }

  /** All operations, in the order they were given. */
  public Collection<Operation<?, ?>> all() {
    return List.copyOf(byQualifiedName.values());
  }

  /** The services, in the order they were first given. */
  public Collection<ServiceDefinition> services() {
    return List.copyOf(services.values());
  }
}
