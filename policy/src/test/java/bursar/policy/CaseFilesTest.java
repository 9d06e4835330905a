package bursar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.policy.cases.CaseReader;
import bursar.policy.cases.PolicyCase;
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
      for (Path file : files.filter(file -> file.toString().endsWith(".json")).sorted().toList()) {
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

  /** The same form as the command line reads: policies of all kinds, a request, and what is expected. */
  @TestFactory
  List<DynamicTest> everyLineIsDecidedAsWrittenByBothEvaluators() throws IOException, URISyntaxException {
    Path folder = Path.of(CaseFilesTest.class.getResource("/cases").toURI());
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          PolicyCase asked = CaseReader.read(line);
          tests.add(DynamicTest.dynamicTest(file.getFileName() + ": " + asked.id(), () -> check(asked)));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(120);
    return tests;
  }

  private static void check(PolicyCase asked) {
    PolicyCase.Expectation expected = asked.expected();
    assertThat(expected).isNotNull();
    ReferenceEvaluator.Verdict verdict = ReferenceEvaluator.evaluate(asked.policies(), asked.request());
    assertThat(new PolicyCase.Expectation(verdict.decision(), verdict.statements().stream()
            .map(place -> new PolicyCase.Place(place.policy(), place.statement())).toList()))
        .isEqualTo(expected);
    Decision decision = asked.decide();
    assertThat(new PolicyCase.Expectation(PolicyCase.name(decision), PolicyCase.places(decision))).isEqualTo(expected);
    assertThat(expected.isMetBy(decision)).isTrue();
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
