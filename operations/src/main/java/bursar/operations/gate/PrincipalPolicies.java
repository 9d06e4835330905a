package bursar.operations.gate;

import bursar.domain.identity.Attachments;
import bursar.domain.identity.IdentityPolicy;
import bursar.policy.AttachedPolicy;
import bursar.policy.PolicyDocument;
import bursar.policy.PolicyReader;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the policies that count for a principal. Each text is parsed once while it is remembered. */
public final class PrincipalPolicies {
  private static final int DOCUMENTS_MAX = 2_000;

  private final Attachments attachments;
  private final ConcurrentHashMap<String, PolicyDocument> documents = new ConcurrentHashMap<>();

  /** Policies as these rules of identity tell them. */
  public PrincipalPolicies(Attachments attachments) {
    this.attachments = attachments;
  }

  /** Every policy of the user, as it is now: inline, attached, and through groups; none for the root user, who needs none. */
  public List<AttachedPolicy> of(Principal.OfAccount principal) {
    return switch (principal) {
      case Principal.Root _ -> List.of();
      case Principal.IamUser user -> attachments.policiesOf(user.account(), user.id()).stream().map(this::attached).toList();
    };
  }

  private AttachedPolicy attached(IdentityPolicy policy) {
    return new AttachedPolicy(policy.name(), policy.arn(), policy.via(), document(policy.document()));
  }

  private PolicyDocument document(String text) {
    PolicyDocument known = documents.get(text);
    if (known != null) {
      return known;
    }
    if (documents.size() >= DOCUMENTS_MAX) {
      documents.clear();
    }
    PolicyDocument read = PolicyReader.read(text);
    documents.put(text, read);
    return read;
  }
}
