package bursar.domain.identity;

import bursar.domain.Failure;
import bursar.policy.MalformedPolicyException;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyReader;

/** Says whether a text is a policy. */
@FunctionalInterface
public interface PolicyDocuments {
  /**
   * Refuses what is not an identity policy.
   *
   * @throws bursar.domain.Failure MalformedPolicyDocument, saying what is wrong and where
   */
  void check(String document);

  /** The check that the policy language itself makes. */
  static PolicyDocuments wellFormed() {
    return document -> {
      try {
        var unused = PolicyReader.readForStorage(document, PolicyKind.IDENTITY);
      } catch (MalformedPolicyException e) {
        throw new Failure("MalformedPolicyDocument", e.getMessage() + " (line " + e.line() + ", column " + e.column() + ")");
      }
    };
  }
}
