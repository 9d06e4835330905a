package bursar.storage.state;

import static bursar.storage.state.Columns.flag;
import static bursar.storage.state.Columns.text;

import bursar.domain.accounts.AccountId;
import bursar.domain.organizations.MemberAccess;
import bursar.domain.organizations.MemberPreferences;
import bursar.domain.organizations.MemberPreferencesStore;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Record;

/** What payers let their members see, in the state database. */
public final class JdbcMemberPreferencesStore implements MemberPreferencesStore {
  /** Stands in the column of members in the row that is for all of them. */
  private static final String EVERY_MEMBER = "";

  private final Database database;

  /** Preferences in that database. */
  public JdbcMemberPreferencesStore(Database database) {
    this.database = database;
  }

  @Override
  public MemberPreferences find(AccountId payer) {
    MemberAccess members = MemberPreferences.UNCHANGED.members();
    Map<AccountId, MemberAccess> exceptions = new LinkedHashMap<>();
    for (Record row : database.all("SELECT * FROM member_preferences WHERE payer = ? ORDER BY member", payer.digits())) {
      MemberAccess access = new MemberAccess(flag(row, "cost_explorer"), flag(row, "refunds_and_credits"), flag(row, "discounts"));
      if (text(row, "member").equals(EVERY_MEMBER)) {
        members = access;
      } else {
        exceptions.put(Columns.account(row, "member"), access);
      }
    }
    return new MemberPreferences(members, exceptions);
  }

  @Override
  public void put(AccountId payer, MemberPreferences preferences) {
    database.write("DELETE FROM member_preferences WHERE payer = ?", payer.digits());
    insert(payer, EVERY_MEMBER, preferences.members());
    preferences.exceptions().forEach((member, access) -> insert(payer, member.digits(), access));
  }

  private void insert(AccountId payer, String member, MemberAccess access) {
    database.write("INSERT INTO member_preferences (payer, member, cost_explorer, refunds_and_credits, discounts) VALUES (?, ?, ?, ?, ?)",
        payer.digits(), member, access.costExplorer(), access.refundsAndCredits(), access.discounts());
  }
}
