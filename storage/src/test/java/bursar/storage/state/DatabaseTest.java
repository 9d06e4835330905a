package bursar.storage.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {
  @ParameterizedTest
  @EnumSource(value = SQLDialect.class, names = {"SQLITE", "POSTGRES"})
  void aTransactionStoresAllOrNothing(SQLDialect dialect) {
    try (Database database = Databases.fresh(dialect)) {
      write(database, "kept", "1");
      assertThatThrownBy(() -> database.inTransaction(() -> {
        put(database, "lost", "1");
        throw new IllegalArgumentException("on purpose");
      })).isInstanceOf(IllegalArgumentException.class);
      assertThat(names(database)).containsExactly("kept");
    }
  }

  @ParameterizedTest
  @EnumSource(value = SQLDialect.class, names = {"SQLITE", "POSTGRES"})
  void anInnerFailureUndoesTheOuterWorkEvenWhenCaught(SQLDialect dialect) {
    try (Database database = Databases.fresh(dialect)) {
      assertThatThrownBy(() -> database.inTransaction(() -> {
        put(database, "outer", "1");
        try {
          return database.inTransaction(() -> {
            throw new IllegalArgumentException("on purpose");
          });
        } catch (IllegalArgumentException e) {
          return null;
        }
      })).isInstanceOf(IllegalStateException.class);
      assertThat(names(database)).isEmpty();
      write(database, "next", "1");
      assertThat(names(database)).containsExactly("next");
    }
  }

  @ParameterizedTest
  @EnumSource(value = SQLDialect.class, names = {"SQLITE", "POSTGRES"})
  void writingOutsideATransactionIsRefused(SQLDialect dialect) {
    try (Database database = Databases.fresh(dialect)) {
      assertThatThrownBy(() -> put(database, "a", "1")).isInstanceOf(DataAccessException.class);
      assertThat(names(database)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(value = SQLDialect.class, names = {"SQLITE", "POSTGRES"})
  void manyThreadsCountWithoutLosingOne(SQLDialect dialect) throws InterruptedException {
    try (Database database = Databases.fresh(dialect)) {
      write(database, "count", "0");
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        threads.add(Thread.ofVirtual().start(() -> {
          for (int n = 0; n < 10; n++) {
            increment(database);
          }
        }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(database.dsl().select(field("value", String.class)).from(table("installation")).fetchOne(0, String.class)).isEqualTo("80");
    }
  }

  private static void increment(Database database) {
    database.inTransaction(() -> {
      int now = database.dsl().select(field("value", String.class)).from(table("installation")).fetchSingle(0, Integer.class);
      return database.dsl().update(table("installation")).set(field("value", String.class), String.valueOf(now + 1)).execute();
    });
  }

  private static void write(Database database, String name, String value) {
    var unused = database.inTransaction(() -> put(database, name, value));
  }

  private static int put(Database database, String name, String value) {
    return database.dsl().insertInto(table("installation")).columns(field("name"), field("value")).values(name, value).execute();
  }

  private static List<String> names(Database database) {
    return database.dsl().select(field("name", String.class)).from(table("installation")).fetch(0, String.class);
  }
}
