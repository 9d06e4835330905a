package bursar.policy;

import bursar.policy.MalformedPolicyException.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the JSON text of a policy (AWS reference, "Grammar of the IAM JSON policy language"). */
public final class PolicyReader {
  private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");

  private final PolicyKind kind;
  private final List<Malformation> faults = new ArrayList<>();

  private PolicyReader(PolicyKind kind) {
    this.kind = kind;
  }

  /**
   * Reads an identity-based policy.
   *
   * @throws MalformedPolicyException when the text is not one; it names the first fault in the text
   */
  public static PolicyDocument read(String json) {
    return read(json, PolicyKind.IDENTITY);
  }

  /**
   * Reads a policy of a kind.
   *
   * @throws MalformedPolicyException when the text is not one; it names the first fault in the text
   */
  public static PolicyDocument read(String json, PolicyKind kind) {
    PolicyReader reader = new PolicyReader(kind);
    PolicyDocument document = reader.document(JsonText.parse(json));
    if (!reader.faults.isEmpty() || document == null) {
      throw reader.sortedFaults().getFirst().toException();
    }
    return document;
  }

  /**
   * Reads a policy that somebody wants to store, and so also holds it against the rules of authors: what AWS refuses from
   * customers although the language can say it, such as an Allow in a resource control policy.
   *
   * @throws MalformedPolicyException when AWS would refuse it; it names the first fault in the text
   */
  public static PolicyDocument readForStorage(String json, PolicyKind kind) {
    List<Malformation> faults = faults(json, kind);
    if (!faults.isEmpty()) {
      throw faults.getFirst().toException();
    }
    return read(json, kind);
  }

  /**
   * Every fault for which AWS refuses to store the policy that can be found in one reading, in the order of the text; empty
   * when it would be stored. Sizes are not among them: see {@link PolicyQuota}.
   */
  public static List<Malformation> faults(String json, PolicyKind kind) {
    PolicyReader reader = new PolicyReader(kind);
    try {
      PolicyDocument document = reader.document(JsonText.parse(json));
      if (document != null) {
        AuthoringRules.check(document, reader::fault);
      }
    } catch (MalformedPolicyException unreadable) {
      return List.of(
          new Malformation(
              unreadable.problem(),
              String.valueOf(unreadable.getMessage()),
              new Position(unreadable.line(), unreadable.column())));
    }
    return reader.sortedFaults();
  }

  /** The policy's size as IAM's quotas count it: characters, without the white space between JSON tokens. */
  public static int countedSize(String json) {
    int size = 0;
    boolean quoted = false;
    for (int index = 0; index < json.length(); index++) {
      char character = json.charAt(index);
      if (quoted || !(character == ' ' || character == '\t' || character == '\n' || character == '\r')) {
        size++;
      }
      if (character == '\\' && quoted && index + 1 < json.length()) {
        size++;
        index++;
      } else if (character == '"') {
        quoted = !quoted;
      }
    }
    return size;
  }

  private List<Malformation> sortedFaults() {
    return faults.stream().sorted(Comparator.comparing(Malformation::position)).toList();
  }

  private void fault(Problem problem, Position position, String sentence) {
    faults.add(new Malformation(problem, sentence, position));
  }

  private @Nullable PolicyDocument document(JsonNode root) {
    if (!(root instanceof JsonNode.Obj object)) {
      fault(Problem.WRONG_TYPE, root.position(), "A policy is a JSON object, and this is " + root.describe() + ".");
      return null;
    }
    PolicyVersion version = null;
    String id = null;
    List<Statement> statements = null;
    for (JsonNode.Member member : unique(object)) {
      switch (member.name()) {
        case "Version" -> version = version(member.value());
        case "Id" -> id = id(member);
        case "Statement" -> statements = statements(member);
        default ->
            fault(
                Problem.UNKNOWN_ELEMENT,
                member.position(),
                "Syntax errors in policy. `" + member.name() + "` is no element of a policy; a policy has Version, Id and"
                    + " Statement" + spelling(member.name(), ELEMENTS) + ".");
      }
    }
    if (statements == null && object.members().stream().noneMatch(member -> member.name().equals("Statement"))) {
      fault(
          Problem.MISSING_STATEMENT,
          object.position(),
          "Missing required field Statement. Add a Statement with at least one Effect, Action and Resource.");
    }
    return statements == null ? null : new PolicyDocument(kind, version, id, statements);
  }

  private @Nullable PolicyVersion version(JsonNode node) {
    PolicyVersion version = node instanceof JsonNode.Text text ? PolicyVersion.dated(text.value()) : null;
    if (version == null) {
      fault(
          Problem.BAD_VERSION,
          node.position(),
          "The policy must contain a valid version string. Write \"2012-10-17\" (or \"2008-10-17\", which has no policy"
              + " variables).");
    }
    return version;
  }

  private @Nullable String id(JsonNode.Member member) {
    if (!kind.allowsId()) {
      fault(
          Problem.FORBIDDEN_ELEMENT,
          member.position(),
          "Id is not allowed in " + kind.nounWithArticle() + ". Remove it.");
    }
    return text(member.value(), "Id");
  }

  private @Nullable List<Statement> statements(JsonNode.Member member) {
    List<JsonNode> nodes = member.value() instanceof JsonNode.Arr array ? array.items() : List.of(member.value());
    if (nodes.isEmpty()) {
      fault(
          Problem.MISSING_STATEMENT,
          member.value().position(),
          "The Statement list is empty. Add at least one statement, or remove the policy.");
    }
    List<Statement> statements = new ArrayList<>();
    Set<String> sids = new HashSet<>();
    for (JsonNode node : nodes) {
      if (!(node instanceof JsonNode.Obj object)) {
        fault(Problem.WRONG_TYPE, node.position(), "A statement is a JSON object, and this is " + node.describe() + ".");
        continue;
      }
      Statement statement = new StatementReader(kind, this::fault).read(object, unique(object));
      if (statement == null) {
        continue;
      }
      String sid = statement.sid();
      if (sid != null && !sid.isEmpty() && !sids.add(sid)) {
        fault(
            Problem.DUPLICATE_SID,
            statement.positionOf(StatementElement.SID),
            "Statement IDs (SID) in a single policy must be unique, and `" + sid + "` is used twice. Rename one.");
      }
      statements.add(statement);
    }
    return statements;
  }

  private @Nullable String text(JsonNode node, String element) {
    if (node instanceof JsonNode.Text text) {
      return text.value();
    }
    fault(Problem.WRONG_TYPE, node.position(), element + " is a text in quotes, and this is " + node.describe() + ".");
    return null;
  }

  private List<JsonNode.Member> unique(JsonNode.Obj object) {
    return unique(object, false, this::fault);
  }

  /** The members of an object without repetitions, each of which is a fault. */
  static List<JsonNode.Member> unique(JsonNode.Obj object, boolean ignoringCase, Faults faults) {
    Set<String> names = ignoringCase ? new TreeSet<>(String.CASE_INSENSITIVE_ORDER) : new HashSet<>();
    Set<String> spellings = new HashSet<>();
    List<JsonNode.Member> members = new ArrayList<>();
    for (JsonNode.Member member : object.members()) {
      boolean sameCase = !spellings.add(member.name());
      if (names.add(member.name())) {
        members.add(member);
      } else {
        faults.add(
            sameCase ? Problem.DUPLICATE_KEY : Problem.DUPLICATE_KEY_CASE,
            member.position(),
            "Syntax errors in policy. `" + member.name() + "` appears twice in the same object"
                + (ignoringCase ? ", whose keys ignore case" : "") + ". Merge the two into one.");
      }
    }
    return members;
  }

  /** A hint when a name is right but for its case. */
  static String spelling(String name, Set<String> known) {
    Set<String> similar = known.stream().filter(name::equalsIgnoreCase).collect(Collectors.toSet());
    return similar.isEmpty() ? "" : " (names are case-sensitive: write `" + similar.iterator().next() + "`)";
  }

  /** Where a part of the reader reports what is wrong. */
  @FunctionalInterface
  interface Faults {
    void add(Problem problem, Position position, String sentence);
  }
}
