package bursar.policy.cases;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.MalformedPolicyException;
import bursar.policy.PolicyDocument;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyReader;
import bursar.policy.Principal;
import bursar.policy.RequestContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a case from a line of JSON: {@code {"id", "policies": [{"kind", "level"?, "document"}], "request": {"principal",
 * "action", "resource", "resourceAccount"?, "context"?}, "expected"?}}. Members it does not know are left aside, unless they
 * are a known one in other letters.
 */
public final class CaseReader {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();
  private static final Set<String> DECISIONS = Set.of("Allowed", "ImplicitlyDenied", "ExplicitlyDenied");

  private final String line;
  private final JsonParser json;
  private @Nullable String id;

  private CaseReader(String line, JsonParser json) {
    this.line = line;
    this.json = json;
  }

  /**
   * Reads a case.
   *
   * @throws BadCaseException when the line is none
   */
  public static PolicyCase read(String line) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
      CaseReader reader = new CaseReader(line, parser);
      try {
        return reader.policyCase();
      } catch (JacksonException notJson) {
        throw reader.bad("The line is not valid JSON from column " + Math.max(1, notJson.getLocation().getColumnNr())
            + " on: look for a missing or extra comma, quote or bracket.");
      }
    }
  }

  private BadCaseException bad(String sentence) {
    return new BadCaseException(id, sentence);
  }

  private PolicyCase policyCase() {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw bad("A case is one JSON object on a line.");
    }
    List<AttachedPolicy> policies = null;
    AccessRequest request = null;
    PolicyCase.Expectation expected = null;
    Set<String> seen = new HashSet<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = member(seen, "case", "id", "policies", "request", "expected");
      JsonToken value = json.nextToken();
      switch (name) {
        case "id" -> id = value.isScalarValue() ? scalarJson(value) : refuse("The id is a text or a number.");
        case "policies" -> policies = policies(value);
        case "request" -> request = request(value);
        case "expected" -> expected = expectation(value);
        default -> json.skipChildren();
      }
    }
    if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
      throw bad("A case is one JSON object on a line, and something follows it.");
    }
    if (policies == null || request == null) {
      throw bad("A case has policies and a request, and this one has no " + (policies == null ? "policies" : "request") + ".");
    }
    return new PolicyCase(id == null ? "null" : id, policies, request, expected);
  }

  private <T> T refuse(String sentence) {
    throw bad(sentence);
  }

  /** The name of the member at hand, which must not come twice, nor be one of the known names in other letters. */
  private String member(Set<String> seen, String owner, String... known) {
    String name = json.currentName();
    if (!seen.add(name)) {
      throw bad("The " + owner + " has `" + name + "` twice. Keep one.");
    }
    for (String right : known) {
      if (right.equalsIgnoreCase(name) && !right.equals(name)) {
        throw bad("The " + owner + " has `" + name + "`, which is written `" + right + "`.");
      }
    }
    return name;
  }

  private String scalarJson(JsonToken token) {
    return token == JsonToken.VALUE_STRING ? CaseAnswer.quoted(json.getString()) : json.getString();
  }

  private List<AttachedPolicy> policies(JsonToken first) {
    if (first != JsonToken.START_ARRAY) {
      throw bad("The case's policies are a list.");
    }
    List<AttachedPolicy> policies = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      policies.add(policy("policies[" + policies.size() + "]"));
    }
    return policies;
  }

  private AttachedPolicy policy(String place) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw bad(place + " is not an object with a kind and a document.");
    }
    String kindWord = "";
    String level = null;
    String document = null;
    Set<String> seen = new HashSet<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = member(seen, place, "kind", "level", "document");
      JsonToken value = json.nextToken();
      switch (name) {
        case "kind" -> kindWord = text(value, place + ".kind");
        case "level" -> level = value == JsonToken.VALUE_NULL ? null : scalar(value, place + ".level");
        case "document" -> document = document(value, place);
        default -> json.skipChildren();
      }
    }
    PolicyKind kind = PolicyKind.named(kindWord);
    if (kind == null) {
      throw bad(place + ".kind is " + (kindWord.isEmpty() ? "missing" : "`" + kindWord + "`")
          + "; write identity, resource, trust, boundary, session, scp or rcp.");
    }
    if (document == null) {
      throw bad(place + " has no document.");
    }
    return new AttachedPolicy(place, null, kindWord, read(document, kind, place), level);
  }

  private PolicyDocument read(String document, PolicyKind kind, String place) {
    try {
      return PolicyReader.read(document, kind);
    } catch (MalformedPolicyException malformed) {
      throw bad(place + ".document, line " + malformed.line() + ", column " + malformed.column() + ": " + malformed.getMessage());
    }
  }

  /** The document's own text, as it is written in the line or in a text of its own. */
  private String document(JsonToken value, String place) {
    if (value == JsonToken.VALUE_STRING) {
      return json.getString();
    }
    if (value != JsonToken.START_OBJECT) {
      throw bad(place + ".document is neither an object nor a text with one.");
    }
    int start = (int) json.currentTokenLocation().getCharOffset();
    json.skipChildren();
    return line.substring(start, (int) json.currentLocation().getCharOffset());
  }

  private AccessRequest request(JsonToken first) {
    if (first != JsonToken.START_OBJECT) {
      throw bad("The case's request is an object.");
    }
    String principal = null;
    String action = null;
    String resource = null;
    String resourceAccount = null;
    RequestContext context = RequestContext.empty();
    Set<String> seen = new HashSet<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = member(seen, "request", "principal", "action", "resource", "resourceAccount", "context");
      JsonToken value = json.nextToken();
      switch (name) {
        case "principal" -> principal = text(value, "request.principal");
        case "action" -> action = text(value, "request.action");
        case "resource" -> resource = text(value, "request.resource");
        case "resourceAccount" -> resourceAccount = value == JsonToken.VALUE_NULL ? null : scalar(value, "request.resourceAccount");
        case "context" -> context = context(value);
        default -> json.skipChildren();
      }
    }
    if (principal == null || action == null || resource == null) {
      throw bad("The request has no " + (principal == null ? "principal" : action == null ? "action" : "resource") + ".");
    }
    return new AccessRequest(principal(principal), action, resource, resourceAccount, context);
  }

  private Principal principal(String text) {
    Principal principal = Principal.parse(text);
    if (principal instanceof Principal.Unrecognized) {
      throw bad("The principal `" + text + "` is not the ARN of a root user, user, role, session or provider, nor a service such as"
          + " ecs.amazonaws.com, nor the word anonymous.");
    }
    return principal;
  }

  private RequestContext context(JsonToken first) {
    if (first == JsonToken.VALUE_NULL) {
      return RequestContext.empty();
    }
    if (first != JsonToken.START_OBJECT) {
      throw bad("request.context is an object of condition keys.");
    }
    RequestContext.Builder context = RequestContext.builder();
    Set<String> seen = new HashSet<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      if (!seen.add(key.toLowerCase(Locale.ROOT))) {
        throw bad("request.context has the key " + key + " twice; keys ignore case. Put all its values into one list.");
      }
      context.put(key, values(json.nextToken(), "request.context." + key));
    }
    return context.build();
  }

  private List<String> values(JsonToken first, String place) {
    if (first == JsonToken.VALUE_NULL) {
      return List.of();
    }
    if (first != JsonToken.START_ARRAY) {
      return List.of(scalar(first, place));
    }
    List<String> values = new ArrayList<>();
    for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
      values.add(scalar(token, place));
    }
    return values;
  }

  private PolicyCase.Expectation expectation(JsonToken first) {
    if (first == JsonToken.VALUE_STRING) {
      return new PolicyCase.Expectation(decision(json.getString()), null);
    }
    if (first != JsonToken.START_OBJECT) {
      throw bad("The case's expected is a decision, or an object with a decision and statements.");
    }
    String decision = null;
    List<PolicyCase.Place> statements = null;
    Set<String> seen = new HashSet<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = member(seen, "expected", "decision", "statements");
      JsonToken value = json.nextToken();
      switch (name) {
        case "decision" -> decision = decision(text(value, "expected.decision"));
        case "statements" -> statements = places(value);
        default -> json.skipChildren();
      }
    }
    if (decision == null) {
      throw bad("The case's expected has no decision.");
    }
    return new PolicyCase.Expectation(decision, statements);
  }

  private String decision(String word) {
    if (!DECISIONS.contains(word)) {
      throw bad("`" + word + "` is no decision; write Allowed, ImplicitlyDenied or ExplicitlyDenied.");
    }
    return word;
  }

  private List<PolicyCase.Place> places(JsonToken first) {
    if (first != JsonToken.START_ARRAY) {
      throw bad("expected.statements is a list of {\"policy\": 0, \"statement\": 0}.");
    }
    List<PolicyCase.Place> places = new ArrayList<>();
    for (JsonToken token = json.nextToken(); token == JsonToken.START_OBJECT; token = json.nextToken()) {
      int policy = -1;
      int statement = -1;
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        boolean number = json.nextToken() == JsonToken.VALUE_NUMBER_INT;
        policy = number && name.equals("policy") ? json.getIntValue() : policy;
        statement = number && name.equals("statement") ? json.getIntValue() : statement;
      }
      if (policy < 0 || statement < 0) {
        throw bad("expected.statements is a list of {\"policy\": 0, \"statement\": 0}, both counted from 0.");
      }
      places.add(new PolicyCase.Place(policy, statement));
    }
    if (json.currentToken() != JsonToken.END_ARRAY) {
      throw bad("expected.statements is a list of {\"policy\": 0, \"statement\": 0} and of nothing else.");
    }
    return places;
  }

  private String text(JsonToken token, String place) {
    return token == JsonToken.VALUE_STRING ? json.getString() : refuse(place + " is not a text in quotes.");
  }

  private String scalar(JsonToken token, String place) {
    return token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL ? json.getString()
        : refuse(place + " is a text, a number or a boolean, or a list of them.");
  }
}
