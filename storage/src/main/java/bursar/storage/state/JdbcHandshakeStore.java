package bursar.storage.state;

import static bursar.storage.state.Columns.account;
import static bursar.storage.state.Columns.moment;
import static bursar.storage.state.Columns.text;

import bursar.domain.accounts.AccountId;
import bursar.domain.organizations.Handshake;
import bursar.domain.organizations.HandshakeStore;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/** Invitations into organizations in the state database. */
public final class JdbcHandshakeStore implements HandshakeStore {
  private final Database database;

  /** Handshakes in that database. */
  public JdbcHandshakeStore(Database database) {
    this.database = database;
  }

  @Override
  public void insert(Handshake handshake) {
    database.write(
        "INSERT INTO organization_handshakes (id, organization, payer, target_kind, target, notes, state, requested, expires)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        handshake.id(), handshake.organization(), handshake.payer().digits(), handshake.targetKind().name(), handshake.target(),
        handshake.notes(), handshake.state().name(), handshake.requested().toEpochMilli(), handshake.expires().toEpochMilli());
  }

  @Override
  public Optional<Handshake> find(String id) {
    return database.one("SELECT * FROM organization_handshakes WHERE id = ?", id).map(JdbcHandshakeStore::handshake);
  }

  @Override
  public void update(String id, Handshake.State state) {
    database.write("UPDATE organization_handshakes SET state = ? WHERE id = ?", state.name(), id);
  }

  @Override
  public List<Handshake> ofOrganization(String organization) {
    return database.all("SELECT * FROM organization_handshakes WHERE organization = ? ORDER BY id", organization)
        .map(JdbcHandshakeStore::handshake);
  }

  @Override
  public List<Handshake> ofTarget(AccountId account, String emailKey) {
    return database
        .all("SELECT * FROM organization_handshakes WHERE (target_kind = ? AND target = ?) OR (target_kind = ? AND target = ?) ORDER BY id",
            Handshake.TargetKind.ACCOUNT.name(), account.digits(), Handshake.TargetKind.EMAIL.name(), emailKey)
        .map(JdbcHandshakeStore::handshake);
  }

  private static Handshake handshake(Record row) {
    return new Handshake(text(row, "id"), text(row, "organization"), account(row, "payer"),
        Handshake.TargetKind.valueOf(text(row, "target_kind")), text(row, "target"), text(row, "notes"),
        Handshake.State.valueOf(text(row, "state")), moment(row, "requested"), moment(row, "expires"));
  }
}
