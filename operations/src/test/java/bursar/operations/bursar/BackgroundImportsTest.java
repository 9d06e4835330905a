package bursar.operations.bursar;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostImporter;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackgroundImportsTest {
  private static final InheritableThreadLocal<String> OF_THE_CALL = new InheritableThreadLocal<>();

  @Test
  void theWorkersThreadKeepsNothingOfTheCallThatStartedIt() throws Exception {
    BlockingQueue<List<String>> seen = new ArrayBlockingQueue<>(1);
    CostImporter importer = (request, progress) -> {
      seen.add(List.of(String.valueOf(OF_THE_CALL.get()), Thread.currentThread().getContextClassLoader().getClass().getName()));
      throw new Failure("ValidationException", "There is nothing to import.");
    };
    try (BackgroundImports imports = new BackgroundImports(importer); URLClassLoader webApplication = new URLClassLoader(new URL[0])) {
      Thread call = Thread.ofPlatform().unstarted(() -> {
        OF_THE_CALL.set("secret of the call");
        imports.begin(new CostImporter.Request(new AccountId("111122223333"), "default", List.of(), "the operator"));
      });
      call.setContextClassLoader(webApplication);
      call.start();
      List<String> found = seen.poll(30, TimeUnit.SECONDS);
      assertThat(found).isEqualTo(List.of("null", BackgroundImports.class.getClassLoader().getClass().getName()));
      assertThat(webApplication.getClass().getName()).isNotEqualTo(BackgroundImports.class.getClassLoader().getClass().getName());
    }
  }
}
