package bursar.bench.engines;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Measures all engines in one run, on one thread, and prints what each does and how they compare. */
public final class Comparison {
  private static final List<Integer> SIZES = List.of(10, 100, 1_000);
  private static final List<Integer> AIMS = List.of(2_000_000, 1_000_000, 340_000);
  private static final String BYTES = "gc.alloc.rate.norm";

  private final int seconds;
  private final int forks;

  private Comparison(int seconds, int forks) {
    this.seconds = seconds;
    this.forks = forks;
  }

  /** Takes the seconds of one measurement and the number of JVMs to repeat it in. */
  public static void main(String[] arguments) throws RunnerException {
    new Comparison(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1])).run();
  }

  private void run() throws RunnerException {
    Collection<RunResult> averages = new Runner(options("(bursar|jcasbin|cedar)").build()).run();
    printThroughput(averages);
    Collection<RunResult> samples =
        new Runner(options("bursar").mode(Mode.SampleTime).timeUnit(TimeUnit.NANOSECONDS).build()).run();
    printLatencies(samples);
    Collection<RunResult> bytes = new Runner(options("bursarByOutcome").forks(1).addProfiler(GCProfiler.class).build()).run();
    printBytes(bytes);
  }

  private ChainedOptionsBuilder options(String benchmarks) {
    return new OptionsBuilder()
        .include(Decisions.class.getName().replace(".", "\\.") + "\\." + benchmarks + "$")
        .forks(forks)
        .threads(1)
        .warmupIterations(3)
        .warmupTime(TimeValue.seconds(seconds))
        .measurementIterations(3)
        .measurementTime(TimeValue.seconds(seconds))
        .jvmArgs(
            "-XX:+UseSerialGC", "-Xmx1g", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
            "-Dslf4j.internal.verbosity=ERROR")
        .verbosity(VerboseMode.SILENT);
  }

  private static List<RunResult> named(Collection<RunResult> results, String benchmark) {
    List<RunResult> named = new ArrayList<>();
    for (int size : SIZES) {
      for (RunResult result : results) {
        if (result.getParams().getBenchmark().endsWith("." + benchmark)
            && result.getParams().getParam("statements").equals(Integer.toString(size))) {
          named.add(result);
        }
      }
    }
    return named;
  }

  private static void printThroughput(Collection<RunResult> results) {
    List<RunResult> ours = named(results, "bursar");
    List<RunResult> casbin = named(results, "jcasbin");
    List<RunResult> cedar = named(results, "cedar");
    row("statements", "bursar /s", "aim", "jCasbin /s", "Cedar /s", "to jCasbin", "to Cedar", "to 1/10");
    for (int index = 0; index < SIZES.size(); index++) {
      double our = nanos(ours.get(index));
      row(
          number(SIZES.get(index)),
          number(1e9 / our),
          number(AIMS.get(index)) + (1e9 / our < AIMS.get(index) ? " missed" : " met"),
          number(1e9 / nanos(casbin.get(index))),
          number(1e9 / nanos(cedar.get(index))),
          times(nanos(casbin.get(index)) / our),
          times(nanos(cedar.get(index)) / our),
          index == 0 ? "" : times(our / nanos(ours.get(index - 1))));
    }
  }

  private static void printLatencies(Collection<RunResult> results) {
    System.out.println();
    row("statements", "p50 ns", "p99 ns", "p99.9 ns");
    for (RunResult result : named(results, "bursar")) {
      Statistics sample = result.getPrimaryResult().getStatistics();
      row(
          result.getParams().getParam("statements"),
          number(sample.getPercentile(50)),
          number(sample.getPercentile(99)),
          number(sample.getPercentile(99.9)));
    }
  }

  private static void printBytes(Collection<RunResult> results) {
    System.out.println();
    row("statements", "outcome", "ns", "bytes");
    for (RunResult result : named(results, "bursarByOutcome")) {
      double bytes = Objects.requireNonNull(result.getSecondaryResults().get(BYTES), "the profiler counts bytes").getScore();
      row(
          result.getParams().getParam("statements"),
          result.getParams().getParam("outcome").toLowerCase(Locale.ROOT),
          number(nanos(result)),
          number(bytes));
    }
  }

  private static double nanos(RunResult result) {
    return result.getPrimaryResult().getScore();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String times(double ratio) {
    return String.format(Locale.ROOT, "%,.1f x", ratio);
  }

  private static void row(String... cells) {
    StringBuilder line = new StringBuilder();
    for (String cell : cells) {
      line.append(String.format(Locale.ROOT, "%18s", cell));
    }
    System.out.println(line);
  }
}
