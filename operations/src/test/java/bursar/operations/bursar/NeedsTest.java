package bursar.operations.bursar;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.permissions.Permission;
import bursar.domain.permissions.PermissionCatalogue;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Need;
import bursar.operations.gate.ConsolePage;
import bursar.operations.memory.AccessWorld;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What operations and pages declare agrees with the catalogue. */
class NeedsTest {
  private final PermissionCatalogue catalogue = PermissionCatalogue.shipped();

  @Test
  void everyDeclaredNeedAgreesWithTheCatalogue() {
    List<Need> needs = new ArrayList<>();
    try (AccessWorld world = new AccessWorld()) {
      world.catalogue.all().stream().map(operation -> operation.declaration().need()).filter(need -> need != null).forEach(needs::add);
    }
    for (ConsolePage page : ConsolePage.values()) {
      needs.add(page.need());
    }
    assertThat(needs).hasSizeGreaterThan(15).allSatisfy(need -> {
      Permission permission = catalogue.find(need.action()).orElseThrow(() -> new AssertionError(need.action() + " is in no catalogue"));
      assertThat(permission.behindSwitch()).as(need.action()).isEqualTo(need.behindSwitch());
      assertThat(permission.legacyPermissions()).as(need.action()).containsAll(need.legacyActions());
    });
  }

  @Test
  void everyToolOfTheEffectTableExists() {
    for (BillingTool tool : BillingTool.values()) {
      assertThat(catalogue.known(tool.action())).as(tool.action()).isTrue();
      if (tool.legacyAction() != null) {
        assertThat(catalogue.legacyOf(tool.action())).as(tool.action()).contains(tool.legacyAction());
      }
    }
  }

  @Test
  void everyDeclarationOfOursNamesWhatItMayAnswer() {
    try (AccessWorld world = new AccessWorld()) {
      assertThat(world.catalogue.all()).allSatisfy(operation -> {
        Declaration<?, ?> declaration = operation.declaration();
        assertThat(declaration.summary()).endsWith(".");
        assertThat(declaration.example()).isInstanceOf(declaration.inputType());
      });
    }
  }
}
