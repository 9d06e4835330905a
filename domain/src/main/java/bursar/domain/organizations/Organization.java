package bursar.domain.organizations;

import bursar.domain.accounts.AccountId;
import java.time.Instant;

/**
 * Accounts that belong together, in a tree of organizational units under one root; the management account pays for all of them.
 *
 * @param id {@code o-} and 10 to 32 small letters and digits
 * @param managementAccount who made it and pays
 * @param featureSet what it is for
 * @param rootId the top of its tree: {@code r-} and 4 to 32 small letters and digits
 * @param created when it was made
 */
public record Organization(String id, AccountId managementAccount, FeatureSet featureSet, String rootId, Instant created) {

  /** The organization's own ARN. */
  public String arn() {
    return arn("organization/" + id);
  }

  /** The ARN of a thing of this organization by its kind and id, such as {@code ou} and {@code ou-ab12-11111111}. */
  public String arnOf(String kind, String thing) {
    return arn(kind + "/" + id + "/" + thing);
  }

  private String arn(String rest) {
    return "arn:aws:organizations::" + managementAccount + ":" + rest;
  }
}
