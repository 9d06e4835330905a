package bursar.policy;

import bursar.policy.advice.Finding;
import bursar.policy.advice.KnownNames;
import bursar.policy.advice.PolicyAdvisor;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Any bytes as a policy's text: the reader answers with a policy, which prints and reads back the same, or with its declared
 * exception; the advisor answers in either case. The first byte chooses the kind, and whether the rest is UTF-8 or raw UTF-16.
 */
public final class ReaderFuzz {
  private static final KnownNames NAMES = KnownNames.of(List.of("s3:GetObject", "s3:PutObject", "ce:GetTags", "aws-portal:ViewBilling"));
  private static final PolicyKind[] KINDS = PolicyKind.values();

  private ReaderFuzz() {}

  /** One run of the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    int choice = bytes[0] & 0x7f;
    PolicyKind kind = KINDS[choice % KINDS.length];
    String text =
        new String(bytes, 1, bytes.length - 1, bytes[0] < 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
    List<Malformation> faults = PolicyReader.faults(text, kind);
    PolicyDocument document = null;
    try {
      document = PolicyReader.read(text, kind);
    } catch (MalformedPolicyException refusal) {
      require(!faults.isEmpty(), "what cannot be read has faults");
      require(refusal.line() > 0 && refusal.column() > 0, "a refusal has a place");
      require(String.valueOf(refusal.getMessage()).endsWith("."), "a refusal is a sentence");
    }
    if (document != null) {
      String printed = PolicyPrinter.print(document);
      require(PolicyReader.read(printed, kind).equals(document), "a printed policy reads back the same");
    }
    require(PolicyReader.countedSize(text) <= text.length(), "no more counts than is there");
    for (Finding finding : PolicyAdvisor.review(text, kind, NAMES)) {
      require(finding.line() > 0 && finding.column() > 0, "a finding has a place");
    }
  }

  static void require(boolean claim, String sentence) {
    if (!claim) {
      throw new AssertionError("This does not hold: " + sentence + ".");
    }
  }
}
