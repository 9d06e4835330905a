package bursar.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.costs.Visibility;
import bursar.operations.gate.Authorized;
import bursar.operations.gate.Gate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls of the house: which module may use which, and who alone may decide what a caller sees. */
class HousesWallsTest {
  private static final JavaClasses HOUSE = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("bursar");

  @Test
  void modulesUseOnlyThoseBelowThem() {
    Architectures.layeredArchitecture().consideringOnlyDependenciesInAnyPackage("bursar..")
        .layer("policy").definedBy("bursar.policy..")
        .layer("domain").definedBy("bursar.domain..")
        .layer("operations").definedBy("bursar.operations..")
        .layer("wire").definedBy("bursar.wire..")
        .layer("storage").definedBy("bursar.storage..")
        .layer("server").definedBy("bursar.server..")
        .whereLayer("policy").mayNotAccessAnyLayer()
        .whereLayer("domain").mayOnlyAccessLayers("policy")
        .whereLayer("operations").mayOnlyAccessLayers("policy", "domain")
        .whereLayer("wire").mayOnlyAccessLayers("policy", "domain", "operations")
        .whereLayer("storage").mayOnlyAccessLayers("policy", "domain")
        .whereLayer("server").mayNotBeAccessedByAnyLayer()
        .check(HOUSE);
  }

  @Test
  void springIsKnownInTheServerOnly() {
    noClasses().that().resideOutsideOfPackage("bursar.server..").should().dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "jakarta.servlet..").check(HOUSE);
  }

  @Test
  void databasesAreKnownInStorageOnly() {
    noClasses().that().resideOutsideOfPackage("bursar.storage..").should().dependOnClassesThat()
        .resideInAnyPackage("org.jooq..", "java.sql..", "javax.sql..", "org.duckdb..", "org.sqlite..", "org.postgresql..", "org.flywaydb..")
        .check(HOUSE);
  }

  @Test
  void jsonIsReadAndWrittenInWireStorageAndPolicyOnly() {
    noClasses().that().resideOutsideOfPackages("bursar.wire..", "bursar.storage..", "bursar.policy..").should().dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..").check(HOUSE);
  }

  @Test
  void theGateAloneDecidesWhatIsVisible() {
    assertThat(HOUSE.get(Visibility.class).getAccessesToSelf().stream()
        .filter(access -> access.getName().equals("decidedByGate") || access.getName().equals("<init>"))
        .map(access -> access.getOriginOwner().getName()).filter(origin -> !origin.equals(Visibility.class.getName())).distinct())
        .containsExactly(Gate.class.getName());
  }

  @Test
  void theGateAloneMakesAnAuthorizedCall() {
    constructors().that().areDeclaredIn(Authorized.class).should().bePackagePrivate().check(HOUSE);
    assertThat(HOUSE.get(Authorized.class).getAccessesToSelf().stream().filter(access -> access.getName().equals("<init>"))
        .map(access -> access.getOriginOwner().getName()).distinct()).containsExactly(Gate.class.getName());
  }

  @Test
  void everyModuleIsLookedAt() {
    assertThat(HOUSE.stream().map(found -> found.getPackageName().split("\\.")[1]).distinct())
        .contains("policy", "domain", "operations", "wire", "storage", "server");
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    Path root = Path.of("..").toAbsolutePath().normalize();
    for (String module : List.of("policy", "domain", "operations", "wire", "storage", "server")) {
      Path sources = root.resolve(module).resolve("src/main/java");
      try (Stream<Path> all = Files.walk(sources)) {
        List<Path> folders = all.filter(Files::isDirectory).filter(HousesWallsTest::holdsClasses).toList();
        assertThat(folders).isNotEmpty().allSatisfy(folder -> {
          assertThat(folder.resolve("package-info.java")).exists();
          assertThat(Files.readString(folder.resolve("package-info.java"))).contains("@NullMarked", "/**");
        });
      }
    }
  }

  private static boolean holdsClasses(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
