package bursar.server;

import static bursar.server.Outcome.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FocusCheckCommandTest {
  private static final Path CONFORMING = SharedData.folder("focus-1.2").resolve("aws_1_2_cost_and_usage_rows25_seed7.csv");

  @TempDir private Path folder;

  @Test
  void aFileThatConformsExitsWithNothing() {
    Outcome outcome = run("", "focus", "check", CONFORMING.toString());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).startsWith(CONFORMING.getFileName() + ": conforms to FOCUS 1.2: 25 rows; ").contains(" 0 failed ");
  }

  @Test
  void aBrokenRuleIsToldWithItsRows() throws IOException {
    Path file = Files.writeString(folder.resolve("bill.csv"), Files.readString(CONFORMING).replaceFirst(",Purchase,", ",Buy,"));
    Outcome outcome = run("", "focus", "check", file.toString());
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).contains("does not conform to FOCUS 1.2",
        "FAILED ChargeCategory-C-003-M (MUST) ChargeCategory must be one of Usage, Purchase, Tax, Credit, Adjustment.",
        "1 row:", "row 1: ChargeCategory = Buy");
  }

  @Test
  void programsGetJson() {
    Outcome outcome = run("", "focus", "check", CONFORMING.toString(), "--json", "--supports", "ALL");
    assertThat(outcome.out()).startsWith("{\"file\":\"" + CONFORMING.getFileName() + "\",\"version\":\"1.2\",\"conforms\":true,\"rows\":25,")
        .contains("\"id\":\"BilledCost-C-003-M\",\"column\":\"BilledCost\",\"keyword\":\"MUST NOT\"");
  }

  @Test
  void aPublishedModelRunsInPlaceOfOurs() {
    Path model = SharedData.folder("focus-conformance").resolve("model-1.2.json");
    Outcome outcome = run("", "focus", "check", CONFORMING.toString(), "--rules", model.toString(), "--json");
    assertThat(outcome.out()).contains("CommitmentDiscountStatus MUST be one of the allowed values.", "the file alone cannot tell");
  }

  @Test
  void whatIsNoFileAndWhatIsNoCriterionAreRefused() throws IOException {
    assertThat(run("", "focus", "check", folder.resolve("absent.csv").toString()).err()).contains("There is no file");
    assertThat(run("", "focus", "check", CONFORMING.toString(), "--supports", "TAGS").err()).contains("No rule depends on TAGS. Criteria are ALL, ");
    Path other = Files.writeString(folder.resolve("model.json"), "[]");
    assertThat(run("", "focus", "check", CONFORMING.toString(), "--rules", other.toString()).err()).contains("is no model of FOCUS's rules");
  }
}
