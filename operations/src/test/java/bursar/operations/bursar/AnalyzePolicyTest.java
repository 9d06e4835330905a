package bursar.operations.bursar;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.operations.memory.AccessWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnalyzePolicyTest {
  private final AccessWorld world = new AccessWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private AnalyzePolicy.Answer analyze(String document) {
    world.user("author" + document.hashCode());
    return world.call(world.browser("author" + document.hashCode()), "bursar", "AnalyzePolicy", new AnalyzePolicy.Request(document));
  }

  @Test
  void itShowsWhatADenyOfTheOldNamesLeavesOpen() {
    AnalyzePolicy.Answer answer = analyze("""
        {"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":["aws-portal:*","iam:*"],"Resource":"*"}}""");
    assertThat(answer.valid()).isTrue();
    assertThat(answer.findings()).extracting(AnalyzePolicy.Review::code).contains("LEGACY_BILLING_DENY");
    assertThat(answer.billingEffects()).filteredOn(effect -> effect.name().equals("Bills")).singleElement().satisfies(effect -> {
      assertThat(effect.effect()).isEqualTo("IMPLICITLY_DENIED");
      assertThat(effect.legacyEffect()).isEqualTo("EXPLICITLY_DENIED");
    });
    assertThat(answer.billingEffects()).filteredOn(effect -> effect.name().equals("IAM: users")).singleElement()
        .satisfies(effect -> assertThat(effect.effect()).isEqualTo("EXPLICITLY_DENIED"));
  }

  @Test
  void aMisspeltActionIsFoundWithItsPlace() {
    AnalyzePolicy.Answer answer = analyze("""
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ce:GetCostAndUsge","Resource":"*"}}""");
    assertThat(answer.findings()).anySatisfy(finding -> {
      assertThat(finding.message()).contains("ce:GetCostAndUsge");
      assertThat(finding.line()).isEqualTo(1);
    });
  }

  @Test
  void aMalformedPolicyHasFindingsAndNoEffects() {
    AnalyzePolicy.Answer answer = analyze("{\"Version\":\"2012-10-17\",");
    assertThat(answer.valid()).isFalse();
    assertThat(answer.findings()).isNotEmpty();
    assertThat(answer.billingEffects()).isEmpty();
  }

  @Test
  void templatesAreListedWithTheirWarnings() {
    world.user("reader");
    ListPolicyTemplates.Answer answer = world.call(world.browser("reader"), "bursar", "ListPolicyTemplates");
    assertThat(answer.templates()).hasSizeGreaterThan(50);
    assertThat(answer.templates()).filteredOn(template -> template.documentedAs().contains("4b")).singleElement()
        .satisfies(template -> assertThat(template.warnings()).isNotEmpty());
  }
}
