package bursar.domain.templates;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.permissions.Permission;
import bursar.domain.permissions.PermissionCatalogue;
import bursar.policy.PolicyKind;
import bursar.policy.advice.PolicyAdvisor;
import bursar.policy.advice.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTemplatesTest {
  private final PolicyTemplates templates = PolicyTemplates.shipped();

  @Test
  void everyDocumentedExampleIsFound() {
    List<String> numbers = new ArrayList<>(List.of("4a", "4b", "B16-2023", "x1", "x2", "x3"));
    for (int i = 1; i <= 14; i++) {
      numbers.add(Integer.toString(i));
    }
    for (int i = 1; i <= 27; i++) {
      numbers.addAll(i == 17 || i == 18 || i == 19 ? List.of("B" + i + "a", "B" + i + "b", "B" + i + "c") : List.of("B" + i));
    }
    for (int i = 1; i <= 23; i++) {
      numbers.addAll(i == 12 || i == 13 || i == 14 ? List.of("C" + i + "a", "C" + i + "b", "C" + i + "c") : List.of("C" + i));
    }
    assertThat(numbers).allSatisfy(number -> assertThat(templates.find(number)).as(number).isPresent());
  }

  @Test
  void sharedDocumentsAreOneTemplate() {
    assertThat(templates.find("B6")).isEqualTo(templates.find("4b")).isEqualTo(templates.find("c4"));
  }

  @Test
  void exampleFourWarnsThatTheCostApisStayOpen() {
    assertThat(templates.find("4a").orElseThrow().warnings()).anyMatch(warning -> warning.contains("ce, budgets and cur"));
    assertThat(templates.find(PolicyTemplates.GUARD).orElseThrow().warnings()).anyMatch(warning -> warning.contains("ce, budgets and cur"))
        .anyMatch(warning -> warning.contains("It allows nothing"));
  }

  @Test
  void theStrictFormBesideItDoesNot() {
    assertThat(templates.find("example-4-strict-deny-only").orElseThrow().warnings()).noneMatch(warning -> warning.contains("cur"));
  }

  @Test
  void noTemplateNamesAnActionThatDoesNotExist() {
    PermissionCatalogue catalogue = PermissionCatalogue.shipped();
    List<String> known = catalogue.all().stream().map(Permission::action)
        .filter(action -> catalogue.knowsService(action.substring(0, action.indexOf(':')))).toList();
    assertThat(templates.all()).filteredOn(template -> template.kind() == PolicyTemplate.Kind.IDENTITY).allSatisfy(template ->
        assertThat(PolicyAdvisor.review(String.valueOf(template.document()), PolicyKind.IDENTITY, known)).as(template.name())
            .noneMatch(finding -> finding.severity() == Severity.ERROR || finding.code().startsWith("UNKNOWN")));
  }

  @Test
  void onlyPointersHaveNoDocument() {
    assertThat(templates.all())
        .allSatisfy(template -> assertThat(template.document() == null).isEqualTo(template.kind() == PolicyTemplate.Kind.POINTER));
  }
}
