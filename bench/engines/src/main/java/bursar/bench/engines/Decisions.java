package bursar.bench.engines;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One decision after another, each about another request. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Decisions {
  /** What every benchmark is given. */
  @State(Scope.Thread)
  public abstract static class Asking {
    /** How many statements the policies have together. */
    @Param({"10", "100", "1000"})
    public int statements;

    private int next;

    int next() {
      next = (next + 1) % Workload.QUESTIONS;
      return next;
    }
  }

  /** Our engine, with questions of every outcome. */
  public static class Ours extends Asking {
    OurEngine engine = new OurEngine(Workload.of(10));

    /** Reads the policies, and ends the run when the questions do not end as they should. */
    @Setup
    public void prepare() {
      Workload workload = Workload.of(statements);
      engine = new OurEngine(workload);
      int[] counts = new int[Workload.Outcome.values().length];
      for (int question = 0; question < Workload.QUESTIONS; question++) {
        counts[engine.outcome(question).ordinal()]++;
      }
      if (counts[0] != Workload.QUESTIONS / 2 || counts[1] != Workload.QUESTIONS / 4) {
        throw new IllegalStateException("Of the questions " + counts[0] + " are allowed and " + counts[1] + " denied.");
      }
    }
  }

  /** Our engine, with questions of one outcome. */
  public static class OursOfOneOutcome extends Asking {
    /** The outcome. */
    @Param({"ALLOWED", "DENIED", "UNMATCHED"})
    public String outcome = "ALLOWED";

    OurEngine engine = new OurEngine(Workload.of(10));

    /** Reads the policies. */
    @Setup
    public void prepare() {
      engine = new OurEngine(Workload.of(statements, Workload.Outcome.valueOf(outcome)));
    }
  }

  /** jCasbin. */
  public static class Casbin extends Asking {
    CasbinEngine engine = new CasbinEngine(Workload.of(10));

    /** Loads the policies. */
    @Setup
    public void prepare() {
      engine = new CasbinEngine(Workload.of(statements));
    }
  }

  /** Cedar. */
  public static class Cedar extends Asking {
    CedarEngine engine = new CedarEngine(Workload.of(10));

    /** Loads the policies, and ends the run when Cedar and our engine do not say the same. */
    @Setup
    public void prepare() {
      Workload workload = Workload.of(statements);
      engine = new CedarEngine(workload);
      CedarEngine.agree(new OurEngine(workload), engine);
    }
  }

  /** Bursar. */
  @Benchmark
  public Object bursar(Ours state) {
    return state.engine.decide(state.next());
  }

  /** Bursar, for the bytes a decision takes. */
  @Benchmark
  public Object bursarByOutcome(OursOfOneOutcome state) {
    return state.engine.decide(state.next());
  }

  /** jCasbin. */
  @Benchmark
  public Object jcasbin(Casbin state) {
    return state.engine.decide(state.next());
  }

  /** Cedar. */
  @Benchmark
  public Object cedar(Cedar state) {
    return state.engine.decide(state.next());
  }
}
