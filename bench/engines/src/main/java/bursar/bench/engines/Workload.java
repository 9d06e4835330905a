package bursar.bench.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rules such as an organization's teams have, and questions about them: half are allowed, a quarter denied by a rule, a quarter
 * met by none. The same size always gives the same workload.
 *
 * @param rules the statements, as many as asked for
 * @param questions {@value #QUESTIONS}, in random order
 */
record Workload(List<Rule> rules, List<Question> questions) {
  static final int QUESTIONS = 1_024;
  private static final List<String> SERVICES =
      List.of("s3", "ec2", "iam", "ce", "kms", "sqs", "sns", "lambda", "dynamodb", "logs");
  private static final int RULES_OF_A_PROJECT = 10;

  /** How a question is to end. */
  enum Outcome {
    ALLOWED,
    DENIED,
    UNMATCHED
  }

  static Workload of(int statements) {
    List<Rule> rules = new ArrayList<>();
    for (int index = 0; index < statements; index++) {
      rules.add(rule(index));
    }
    SplittableRandom random = new SplittableRandom(statements);
    List<Question> questions = new ArrayList<>();
    for (int number = 0; number < QUESTIONS; number++) {
      Outcome outcome = number % 4 == 0 ? Outcome.DENIED : number % 4 == 1 ? Outcome.UNMATCHED : Outcome.ALLOWED;
      questions.add(question(outcome, statements, random));
    }
    for (int last = questions.size() - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      Question moved = questions.set(last, questions.get(other));
      questions.set(other, moved);
    }
    return new Workload(List.copyOf(rules), List.copyOf(questions));
  }

  /** The same rules, and of the questions only those of one outcome. */
  static Workload of(int statements, Outcome outcome) {
    SplittableRandom random = new SplittableRandom(statements);
    List<Question> questions = new ArrayList<>();
    for (int number = 0; number < QUESTIONS; number++) {
      questions.add(question(outcome, statements, random));
    }
    return new Workload(of(statements).rules, List.copyOf(questions));
  }

  private static String service(int index) {
    return SERVICES.get((index * 7 + index / RULES_OF_A_PROJECT) % SERVICES.size());
  }

  private static String project(int index) {
    return "project-" + index / RULES_OF_A_PROJECT;
  }

  private static String team(int index) {
    return "team-" + index / RULES_OF_A_PROJECT % 7;
  }

  private static Rule rule(int index) {
    String service = service(index);
    String place = "arn:aws:" + service + ":eu-west-1:111122223333:" + project(index) + "/";
    return switch (index % RULES_OF_A_PROJECT) {
      case 0, 5 -> new Rule(true, List.of(service + ":Get*", service + ":List*"), place + "*", null);
      case 1, 6 -> new Rule(true, List.of(service + ":*"), place + "shared/*", new Rule.Test.Team(team(index)));
      case 2, 7 ->
          new Rule(true, List.of(service + ":*Item"), "arn:aws:" + service + ":*:111122223333:" + project(index) + "/*/data",
              new Rule.Test.From("10.0.0.0/8"));
      case 3 -> new Rule(true, List.of(service + ":PutItem", service + ":DeleteItem"), place + "*", new Rule.Test.Encrypted(true));
      case 8 -> new Rule(true, List.of(service + ":ListItems"), place + "*", new Rule.Test.Folder("home/*/open"));
      case 4 -> new Rule(false, List.of(service + ":Delete*"), place + "*", null);
      default ->
          index == 9
              ? new Rule(false, List.of("*"), "*", new Rule.Test.Encrypted(false))
              : new Rule(false, List.of(service + ":*"), place + "secret/*", new Rule.Test.Team(team(index)));
    };
  }

  private static Question question(Outcome outcome, int statements, SplittableRandom random) {
    int project = random.nextInt(statements / RULES_OF_A_PROJECT) * RULES_OF_A_PROJECT;
    return switch (outcome) {
      case ALLOWED -> allowed(project + List.of(0, 1, 2, 3, 5, 6, 7, 8).get(random.nextInt(8)), random);
      case DENIED ->
          switch (random.nextInt(3)) {
            case 0 -> allowed(project, random).unencrypted();
            case 1 -> matching(project + 4, "DeleteThing", "box-" + random.nextInt(100), random);
            default ->
                project == 0
                    ? allowed(project + 3, random).unencrypted()
                    : matching(project + 9, "GetItem", "secret/" + random.nextInt(100), random);
          };
      case UNMATCHED -> unmatched(project, random);
    };
  }

  private static Question allowed(int index, SplittableRandom random) {
    String tail = Integer.toString(random.nextInt(100));
    return switch (index % RULES_OF_A_PROJECT) {
      case 0 -> matching(index, "GetItem", "box-" + tail, random);
      case 5 -> matching(index, "ListThings", "box-" + tail, random);
      case 1, 6 -> matching(index, "UpdateThing", "shared/" + tail, random);
      case 2, 7 -> matching(index, "PutItem", "box-" + tail + "/data", random);
      case 3 -> matching(index, "PutItem", "box-" + tail, random);
      default -> matching(index, "ListItems", "box-" + tail, random);
    };
  }

  private static Question matching(int index, String action, String path, SplittableRandom random) {
    String service = service(index);
    return new Question(
        "user-" + random.nextInt(50),
        team(index),
        service + ":" + action,
        "arn:aws:" + service + ":eu-west-1:111122223333:" + project(index) + "/" + path,
        "10.1." + random.nextInt(200) + "." + random.nextInt(200),
        true,
        "home/ann/open");
  }

  /** A question that some rule nearly fits: one element misses. */
  private static Question unmatched(int project, SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> allowed(project + 1, random).withTeam("team-x");
      case 1 -> allowed(project + 2, random).withAddress("192.0.2." + random.nextInt(200));
      case 2 -> allowed(project + 8, random).withFolder("home/ann/closed");
      case 3 -> allowed(project, random).withAction(service(project) + ":StartThing");
      case 4 -> allowed(project, random).withResource("arn:aws:" + service(project) + ":eu-west-1:111122223333:elsewhere/box");
      default -> allowed(project, random).withAction("unknown:GetItem");
    };
  }
}
