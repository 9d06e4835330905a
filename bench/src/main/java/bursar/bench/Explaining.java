package bursar.bench;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.PolicyReader;
import bursar.policy.PolicySet;
import bursar.policy.RequestContext;
import bursar.policy.fix.SmallestFixes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/** How long it takes to explain a decision of 1,000 statements, and to find its smallest fixes; one thread, in this process. */
public final class Explaining {
  private static final int STATEMENTS = 1_000;
  private static final int POLICIES = 10;
  private static final int WARM = 3_000;
  private static final int EXPLANATIONS = 5_000;
  private static final int WARM_FIXES = 30;
  private static final int FIXES = 100;

  private Explaining() {}

  /** Prints the figures. */
  public static void main(String[] arguments) {
    PolicySet policies = PolicySet.of(policies());
    report("explained", WARM, EXPLANATIONS, index -> policies.explain(request(index)).statements().size());
    report("smallest fixes", WARM_FIXES, FIXES, index -> SmallestFixes.of(policies.policies(), request(index)).fixes().size());
  }

  private static List<AttachedPolicy> policies() {
    List<AttachedPolicy> policies = new ArrayList<>();
    for (int first = 0; first < STATEMENTS; first += STATEMENTS / POLICIES) {
      List<String> statements = new ArrayList<>();
      for (int index = first; index < first + STATEMENTS / POLICIES; index++) {
        statements.add("{\"Effect\":\"" + (index % 10 == 9 ? "Deny" : "Allow") + "\",\"Action\":\"s3:" + (index % 3 == 0 ? "Get*" : "PutObject")
            + "\",\"Resource\":\"arn:aws:s3:::bucket" + index + "/${aws:username}/*\",\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"10."
            + index % 256 + ".0.0/16\"}}}");
      }
      String document = "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
      policies.add(new AttachedPolicy("Policy" + first, null, "inline in user", PolicyReader.read(document)));
    }
    return policies;
  }

  private static AccessRequest request(int index) {
    return new AccessRequest("arn:aws:iam::111122223333:user/ann", "s3:GetObject", "arn:aws:s3:::bucket" + index % STATEMENTS + "/ann/file",
        RequestContext.builder().put("aws:SourceIp", "10." + index % 256 + ".1.2").put("aws:username", "ann").build());
  }

  private static void report(String what, int warm, int count, IntUnaryOperator task) {
    long seen = 0;
    for (int index = 0; index < warm; index++) {
      seen += task.applyAsInt(index);
    }
    Latencies latencies = new Latencies();
    for (int index = 0; index < count; index++) {
      long begin = System.nanoTime();
      seen += task.applyAsInt(index);
      latencies.add(System.nanoTime() - begin);
    }
    System.out.printf(Locale.ROOT, "  %s, %d statements, %d times: %s (%d seen)%n", what, STATEMENTS, count, latencies.line(), seen);
  }
}
