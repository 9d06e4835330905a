package bursar.storage.state;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** How the domain's types stand in columns: moments as milliseconds since 1970, enumerations by name, accounts by their digits. */
final class Columns {
  private Columns() {}

  static String text(Record row, String column) {
    return (String) present(row, column);
  }

  static @Nullable String textOrNull(Record row, String column) {
    return (String) row.get(column);
  }

  static long number(Record row, String column) {
    return ((Number) present(row, column)).longValue();
  }

  /** SQLite keeps truth as a number. */
  static boolean flag(Record row, String column) {
    return switch (present(row, column)) {
      case Boolean flag -> flag;
      case Number number -> number.longValue() != 0;
      case Object other -> throw new IllegalStateException("The column " + column + " holds " + other.getClass() + ", not a truth value.");
    };
  }

  static Instant moment(Record row, String column) {
    return Instant.ofEpochMilli(number(row, column));
  }

  static @Nullable Instant momentOrNull(Record row, String column) {
    Object value = row.get(column);
    return value == null ? null : Instant.ofEpochMilli(((Number) value).longValue());
  }

  private static Object present(Record row, String column) {
    Object value = row.get(column);
    if (value == null) {
      throw new IllegalStateException("The column " + column + " is empty where it never may be.");
    }
    return value;
  }

  static AccountId account(Record row, String column) {
    return new AccountId(text(row, column));
  }

  static @Nullable Long millis(@Nullable Instant moment) {
    return moment == null ? null : moment.toEpochMilli();
  }
}
