package bursar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The kept corpus in every test run; and, where the tag {@code fuzz} is not left out, Jazzer on each target for
 * {@code -Dfuzz.seconds} (20), each in a JVM of its own whose small heap ends the run if memory grows.
 */
class FuzzingTest {
  private static final Path WORK = Path.of("target", "fuzz");

  @ParameterizedTest
  @ValueSource(strings = {"Reader", "Matcher", "Evaluator"})
  void everyInputOfTheKeptCorpusIsAnswered(String target) throws IOException, URISyntaxException {
    Consumer<byte[]> run =
        switch (target) {
          case "Reader" -> ReaderFuzz::fuzzerTestOneInput;
          case "Matcher" -> MatcherFuzz::fuzzerTestOneInput;
          default -> EvaluatorFuzz::fuzzerTestOneInput;
        };
    List<Path> inputs;
    try (Stream<Path> files = Files.list(corpus(target))) {
      inputs = files.sorted().toList();
    }
    assertThat(inputs).hasSizeGreaterThan(5);
    for (Path input : inputs) {
      run.accept(Files.readAllBytes(input));
    }
  }

  @ParameterizedTest
  @Tag("fuzz")
  @ValueSource(strings = {"Reader", "Matcher", "Evaluator"})
  void nothingTheFuzzerFindsBreaksIt(String target) throws IOException, URISyntaxException, InterruptedException {
    int seconds = Integer.getInteger("fuzz.seconds", 20);
    Path found = Files.createDirectories(WORK.resolve(target));
    Path log = WORK.resolve(target + ".log");
    Process fuzzer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Jazzer.class.getName(),
                "--target_class=bursar.policy." + target + "Fuzz",
                "--instrumentation_includes=bursar.policy.**",
                "--disabled_hooks=.*",
                "--reproducer_path=" + WORK,
                "-artifact_prefix=" + WORK + "/" + target + "-",
                "-max_total_time=" + seconds, "-timeout=10", "-rss_limit_mb=0", "-max_len=6000", "-print_final_stats=1",
                found.toString(),
                corpus(target).toString())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log.toFile()))
            .start();
    try {
      assertThat(fuzzer.waitFor(seconds * 5L + 300, TimeUnit.SECONDS)).as("the fuzzer ends by itself; see " + log).isTrue();
    } finally {
      fuzzer.destroyForcibly();
    }
    String told = Files.readString(log);
    assertThat(fuzzer.exitValue()).as("what the fuzzer found:\n" + told).isZero();
    assertThat(told).contains("stat::number_of_executed_units");
  }

  private static Path corpus(String target) throws URISyntaxException {
    URL folder = FuzzingTest.class.getResource("/fuzz/" + target);
    return Path.of(Objects.requireNonNull(folder, "the corpus is among the test's resources").toURI());
  }
}
