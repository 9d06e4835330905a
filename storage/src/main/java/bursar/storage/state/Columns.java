package bursar.storage.state;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** How the domain's types stand in columns: moments as milliseconds since 1970, enumerations by name, accounts by their digits. */
final class Columns {
  private Columns() {}

  static String text(Record row, String column) {
    String value = row.get(column, String.class);
    if (value == null) {
      throw new IllegalStateException("The column " + column + " is empty where it never may be.");
    }
    return value;
  }

  static @Nullable String textOrNull(Record row, String column) {
    return row.get(column, String.class);
  }

  static long number(Record row, String column) {
    Long value = row.get(column, Long.class);
    if (value == null) {
      throw new IllegalStateException("The column " + column + " is empty where it never may be.");
    }
    return value;
  }

  static boolean flag(Record row, String column) {
    return Boolean.TRUE.equals(row.get(column, Boolean.class));
  }

  static Instant moment(Record row, String column) {
    return Instant.ofEpochMilli(number(row, column));
  }

  static @Nullable Instant momentOrNull(Record row, String column) {
    Long value = row.get(column, Long.class);
    return value == null ? null : Instant.ofEpochMilli(value);
  }

  static AccountId account(Record row, String column) {
    return new AccountId(text(row, column));
  }

  static @Nullable Long millis(@Nullable Instant moment) {
    return moment == null ? null : moment.toEpochMilli();
  }
}
