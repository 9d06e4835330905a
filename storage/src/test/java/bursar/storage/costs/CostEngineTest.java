package bursar.storage.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import java.nio.file.Path;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Questions that no machine could answer within the time they are given. */
class CostEngineTest {
  private static final String ENDLESS = "SELECT sum(a.range * b.range) FROM range(100000000) a, range(100000000) b";

  @Test
  @Timeout(60)
  void aQuestionThatTakesTooLongIsEndedWithASentence(@TempDir Path folder) {
    try (CostEngine engine = new CostEngine(folder, 1)) {
      assertThatThrownBy(() -> engine.ask(dsl -> dsl.fetch(ENDLESS))).isInstanceOfSatisfying(Failure.class, failure -> {
        assertThat(failure.code()).isEqualTo("LimitExceededException");
        assertThat(failure.sentence()).isEqualTo("The question took longer than 1 seconds. Ask for fewer days, or fewer groups.");
      });
      assertThat(engine.ask(dsl -> dsl.fetchValue("SELECT 42")).toString()).isEqualTo("42");
    }
  }

  @Test
  void aQuestionThatFailsIsNoQuestionThatTookTooLong(@TempDir Path folder) {
    try (CostEngine engine = new CostEngine(folder, 1)) {
      assertThatThrownBy(() -> engine.ask(dsl -> dsl.fetch("SELECT nothing FROM nowhere"))).isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  @Timeout(60)
  void aQuestionWaitsForItsTurnNoLongerThanItMayTake(@TempDir Path folder) {
    try (CostEngine engine = new CostEngine(folder, 1)) {
      assertThatThrownBy(() -> nested(engine, 0)).isInstanceOfSatisfying(Failure.class, failure -> {
        assertThat(failure.code()).isEqualTo("LimitExceededException");
        assertThat(failure.sentence()).contains("busy for 1 seconds", "Ask again");
      });
      assertThat(engine.ask(dsl -> dsl.fetchValue("SELECT 42")).toString()).isEqualTo("42");
    }
  }

  /** Takes one turn after the other and gives none back, until there is none left. */
  private static int nested(CostEngine engine, int depth) {
    return engine.ask(dsl -> nested(engine, depth + 1));
  }
}
