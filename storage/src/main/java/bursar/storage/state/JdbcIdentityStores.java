package bursar.storage.state;

import bursar.domain.identity.IdentityStores;

/** The identity stores of one database. */
public final class JdbcIdentityStores {
  private JdbcIdentityStores() {}

  /** All of them in that database. */
  public static IdentityStores in(Database database) {
    return new IdentityStores(
        new JdbcUserStore(database),
        new JdbcGroupStore(database),
        new JdbcAccessKeyStore(database),
        new JdbcManagedPolicyStore(database),
        new JdbcPolicyHoldingStore(database),
        new JdbcTagStore(database));
  }
}
