package bursar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file under {@code cases/} is one idea: policies, requests, and for each the decision and who decided. */
class CaseFilesTest {
  @TestFactory
  List<DynamicTest> everyCaseIsDecidedAsWrittenByBothEvaluators() throws IOException, URISyntaxException {
    Path folder = Path.of(CaseFilesTest.class.getResource("/cases").toURI());
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        JsonNode root = JsonText.parse(Files.readString(file));
        List<PolicyDocument> documents =
            JsonCases.items(JsonCases.member(root, "policies")).stream()
                .map(policy -> PolicyReader.read(JsonCases.json(policy)))
                .toList();
        for (JsonNode expected : JsonCases.items(JsonCases.member(root, "cases"))) {
          String name = file.getFileName() + ": " + JsonCases.text(JsonCases.member(expected, "why"));
          tests.add(DynamicTest.dynamicTest(name, () -> check(documents, expected)));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(60);
    return tests;
  }

  private static void check(List<PolicyDocument> documents, JsonNode expected) {
    AccessRequest request = JsonCases.request(JsonCases.member(expected, "request"));
    ReferenceEvaluator.Verdict verdict =
        new ReferenceEvaluator.Verdict(
            JsonCases.text(JsonCases.member(expected, "decision")),
            JsonCases.has(expected, "statements") ? JsonCases.places(JsonCases.member(expected, "statements")) : List.of());
    Decision decision = PolicySet.of(EvaluatorAgreementTest.attached(documents)).evaluate(request);
    assertThat(EvaluatorAgreementTest.verdict(decision)).isEqualTo(verdict);
    assertThat(ReferenceEvaluator.evaluate(EvaluatorAgreementTest.attached(documents), request)).isEqualTo(verdict);
  }
}
