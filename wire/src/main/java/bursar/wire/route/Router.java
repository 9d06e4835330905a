package bursar.wire.route;

import bursar.domain.Failure;
import bursar.operations.declaration.HttpRoute;
import bursar.operations.declaration.Operation;
import bursar.operations.declaration.OperationCatalogue;
import bursar.operations.declaration.Protocol;
import bursar.operations.declaration.ServiceDefinition;
import bursar.wire.Ascii;
import bursar.wire.CommonErrors;
import bursar.wire.ContentType;
import bursar.wire.Headers;
import bursar.wire.PercentText;
import bursar.wire.RawRequest;
import bursar.wire.RestPath;
import bursar.wire.sigv4.SignatureClaim;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation a request asks for.
 *
 * <p>In this order: {@code X-Amz-Target} names a JSON service by what stands before its last dot; a path other than {@code /} names, by the
 * operation's declared path or by its name, an operation of the REST service that the signature's scope, or else the header
 * {@code X-Bursar-Service}, names; {@code Action} and {@code Version}, in
 * the query or the form, name an operation of the query service with that version.
 */
public final class Router {
  private final OperationCatalogue catalogue;
  private final Map<String, ServiceDefinition> byTarget = new HashMap<>();
  private final Map<String, List<ServiceDefinition>> byVersion = new HashMap<>();
  private final Map<String, ServiceDefinition> restByName = new HashMap<>();
  /** The operations of REST services that have a path of their own, by service; fixed paths stand before those with labels. */
  private final Map<String, List<Operation<?, ?>>> routed = new HashMap<>();

  /** Routes to the operations of that catalogue. */
  public Router(OperationCatalogue catalogue) {
    this.catalogue = catalogue;
    for (ServiceDefinition service : catalogue.services()) {
      switch (service.protocol()) {
        case AWS_JSON_1_0, AWS_JSON_1_1 -> {
          byTarget.put(service.targetPrefix(), service);
          byTarget.putIfAbsent(lastPart(service.targetPrefix()), service);
        }
        case AWS_QUERY -> byVersion.computeIfAbsent(service.apiVersion(), version -> new ArrayList<>()).add(service);
        case REST_JSON_1 -> restByName.put(service.name(), service);
      }
    }
    for (Operation<?, ?> operation : catalogue.all()) {
      if (operation.declaration().route() != null) {
        routed.computeIfAbsent(operation.declaration().service().name(), name -> new ArrayList<>()).add(operation);
      }
    }
    routed.values().forEach(operations -> operations.sort(Comparator.comparing(Router::labels)));
  }

  private static long labels(Operation<?, ?> operation) {
    HttpRoute route = operation.declaration().route();
    return route == null ? 0 : route.parts().stream().filter(part -> !HttpRoute.label(part).isEmpty()).count();
  }

  /**
   * Whether a request is meant for an operation at all, rather than for a page: judged without its body.
   *
   * @param path the path of the request line
   * @param query the text after the question mark, or null
   */
  public static boolean isForOperation(String method, String path, @Nullable String query, Headers headers) {
    if (path.equals("/")) {
      return method.equals("POST") || (query != null && parameter(latin(query), "Action") != null);
    }
    String authorization = headers.first("authorization");
    return headers.first("x-amz-target") != null || headers.first("x-bursar-service") != null
        || (authorization != null && authorization.startsWith("AWS4-HMAC-SHA256"));
  }

  /** Finds the operation. Never throws. */
  public Routing route(RawRequest request) {
    List<String> targets = request.headers().values("x-amz-target");
    if (!targets.isEmpty()) {
      return byTarget(targets, request);
    }
    if (!request.path().equals("/")) {
      return byPath(request);
    }
    return byAction(request);
  }

  private Routing byTarget(List<String> targets, RawRequest request) {
    Protocol guess = jsonVersion(request);
    if (targets.size() > 1) {
      return unknown(guess, null, "UnknownOperationException", "A request carries one X-Amz-Target header, and this one carries several.");
    }
    String target = targets.getFirst();
    if (!request.path().equals("/")) {
      return unknown(guess, null, "UnknownOperationException", "A request with X-Amz-Target is sent to the path '/'.");
    }
    int dot = target.lastIndexOf('.');
    ServiceDefinition service = dot < 0 ? null : serviceOfTarget(target.substring(0, dot));
    if (service == null) {
      return unknown(guess, null, "UnknownOperationException", "No service of this server has the target '" + shown(target) + "'.");
    }
    return named(service, target.substring(dot + 1), "UnknownOperationException",
        "The service '" + service.name() + "' has no operation '" + shown(target.substring(dot + 1)) + "' on this server.");
  }

  /** CloudTrail's clients send {@code com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101}: the last part is the service's own name. */
  private @Nullable ServiceDefinition serviceOfTarget(String prefix) {
    ServiceDefinition exact = byTarget.get(prefix);
    return exact == null ? byTarget.get(lastPart(prefix)) : exact;
  }

  private static String lastPart(String prefix) {
    return prefix.substring(prefix.lastIndexOf('.') + 1);
  }

  private static Protocol jsonVersion(RawRequest request) {
    String type = request.headers().first("content-type");
    return type != null && type.startsWith("application/x-amz-json-1.0") ? Protocol.AWS_JSON_1_0 : Protocol.AWS_JSON_1_1;
  }

  private Routing byPath(RawRequest request) {
    String name = restService(request);
    ServiceDefinition service = name == null ? null : restByName.get(name);
    for (Operation<?, ?> declared : service == null ? List.<Operation<?, ?>>of() : routed.getOrDefault(service.name(), List.of())) {
      HttpRoute route = declared.declaration().route();
      if (service != null && route != null && route.method().equals(request.method()) && RestPath.labels(route, request.path()) != null) {
        return new Routing.Route(service, declared);
      }
    }
    String operation = operationOfPath(request.path());
    if (service == null || operation == null) {
      return unknown(Protocol.REST_JSON_1, service, "UnknownOperationException", "Nothing on this server answers at this path.");
    }
    return named(service, operation, "UnknownOperationException",
        "The service '" + service.name() + "' has no operation at the path '" + shown(request.path()) + "' on this server.");
  }

  private static @Nullable String restService(RawRequest request) {
    try {
      SignatureClaim claim = SignatureClaim.read(request, Protocol.REST_JSON_1);
      if (claim != null) {
        return claim.service();
      }
    } catch (Failure broken) {
      return null;
    }
    return request.headers().first("x-bursar-service");
  }

  /** The operation's name in a path of one part: {@code /getContactInformation} and {@code /get-contact-information} say the same. */
  private static @Nullable String operationOfPath(String path) {
    StringBuilder name = new StringBuilder(path.length());
    boolean upper = true;
    for (int i = 1; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '-') {
        upper = true;
      } else if (Ascii.isLetterOrDigit(c)) {
        name.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      } else {
        return null;
      }
    }
    return name.isEmpty() ? null : name.toString();
  }

  private Routing byAction(RawRequest request) {
    byte[] query = request.query() == null ? new byte[0] : latin(request.query());
    boolean form = request.body().length > 0 && ContentType.of(request.headers()) == ContentType.FORM;
    String action = parameter(query, "Action");
    if (action == null && form) {
      action = parameter(request.body(), "Action");
    }
    String version = parameter(query, "Version");
    if (version == null && form) {
      version = parameter(request.body(), "Version");
    }
    if (action == null) {
      boolean json = ContentType.of(request.headers()) == ContentType.JSON;
      return json
          ? unknown(jsonVersion(request), null, "UnknownOperationException", "The request has neither an X-Amz-Target header nor an Action.")
          : unknown(Protocol.AWS_QUERY, null, "MissingAction",
              "The request must contain the parameter Action, in its query or in a form, or the header X-Amz-Target.");
    }
    String sentence = "Could not find operation " + shown(action) + " for version " + (version == null ? "NO_VERSION_SPECIFIED" : shown(version));
    List<ServiceDefinition> services = version == null ? List.of() : byVersion.getOrDefault(version, List.of());
    for (ServiceDefinition service : services) {
      Operation<?, ?> operation = catalogue.find(service.name(), action);
      if (operation != null) {
        return new Routing.Route(service, operation);
      }
    }
    return unknown(Protocol.AWS_QUERY, services.isEmpty() ? null : services.getFirst(), "InvalidAction", sentence);
  }

  private Routing named(ServiceDefinition service, String name, String code, String sentence) {
    Operation<?, ?> operation = catalogue.find(service.name(), name);
    return operation == null ? unknown(service.protocol(), service, code, sentence) : new Routing.Route(service, operation);
  }

  private static Routing unknown(Protocol protocol, @Nullable ServiceDefinition service, String code, String sentence) {
    String own = code.equals("MissingAction") ? code : CommonErrors.of(protocol, code).code();
    return new Routing.Unknown(protocol, service, new Failure(own, sentence));
  }

  /** The first value of a parameter, or null if it is not there, is empty or is garbled. */
  private static @Nullable String parameter(byte[] text, String name) {
    int at = 0;
    while (at < text.length) {
      int end = at;
      while (end < text.length && text[end] != '&') {
        end++;
      }
      int value = at + name.length() + 1;
      if (value < end && text[value - 1] == '=' && begins(text, at, name)) {
        try {
          return PercentText.decode(text, value, end);
        } catch (Failure garbled) {
          return null;
        }
      }
      at = end + 1;
    }
    return null;
  }

  private static boolean begins(byte[] text, int at, String name) {
    for (int i = 0; i < name.length(); i++) {
      if (text[at + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String shown(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100) + "...";
  }
}
