package bursar.operations.bursar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.operations.memory.AccessWorld;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GetBillTest {
  private final AccessWorld world = new AccessWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void thePartsSumToTheTotal() {
    world.costs.add(world.account.id(), "2026-10-03", "111122223333", "Amazon S3", "us-east-1", Map.of(), "12.34");
    world.costs.add(world.account.id(), "2026-10-09", "444455556666", "Amazon EC2", null, Map.of(), "0.66");
    world.costs.add(world.account.id(), "2026-11-09", "444455556666", "Amazon EC2", null, Map.of(), "5");
    GetBill.Answer bill = world.call(world.root(), "bursar", "GetBill", new GetBill.Request("2026-10", null));
    assertThat(bill.total()).isEqualByComparingTo("13.00");
    assertThat(bill.estimated()).isFalse();
    assertThat(bill.services().stream().map(GetBill.Service::amount).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("13");
    assertThat(bill.accounts().stream().map(GetBill.Account::amount).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("13");
    assertThat(bill.accounts()).filteredOn(account -> account.accountId().equals("111122223333")).singleElement()
        .satisfies(account -> assertThat(account.accountName()).isEqualTo("Example"));
    assertThat(bill.accounts()).filteredOn(account -> account.accountId().equals("444455556666")).singleElement()
        .satisfies(account -> assertThat(account.accountName()).isNull());
    assertThat(bill.availableMonths()).containsExactly("2026-10", "2026-11");
  }

  @Test
  void aMonthMustBeAMonth() {
    assertThatThrownBy(() -> world.call(world.root(), "bursar", "GetBill", new GetBill.Request("2026-13", null)))
        .hasMessageContaining("is no month");
    assertThatThrownBy(() -> world.call(world.root(), "bursar", "GetBill", new GetBill.Request("October", null)))
        .hasMessageContaining("regular expression pattern");
  }

  @Test
  void accountsOutsideTheOrganizationAreUnclaimed() {
    world.costs.add(world.account.id(), "2026-10-03", "111122223333", "Amazon S3", "us-east-1", Map.of(), "12.34");
    world.costs.add(world.account.id(), "2026-10-09", "444455556666", "Amazon EC2", null, Map.of(), "0.66");
    ListCostImports.Answer imports = world.call(world.root(), "bursar", "ListCostImports");
    assertThat(imports.unclaimedAccounts()).singleElement().satisfies(account -> {
      assertThat(account.accountId()).isEqualTo("444455556666");
      assertThat(account.unblendedCost()).isEqualByComparingTo("0.66");
      assertThat(account.firstMonth()).isEqualTo("2026-10");
    });
  }
}
