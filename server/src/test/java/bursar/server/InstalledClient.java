package bursar.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A client of AWS that a machine may have, unmodified. {@code ./bursar test} looks for them and names those it found in {@code BURSAR_CLIENTS}:
 * a client named there must run, and one that is not is reported at the end of the run. Without that variable the test looks for itself.
 */
enum InstalledClient {
  AWS_CLI("aws", "aws", "--version"),
  BOTO3("boto3", "python3", "-c", "import boto3"),
  CURL("curl", "curl", "--aws-sigv4", "aws:amz", "--version");

  private static final int SECONDS_MAX = 120;

  private final String name;
  private final List<String> proof;

  InstalledClient(String name, String... proof) {
    this.name = name;
    this.proof = List.of(proof);
  }

  /**
   * Whether this client is to be tested here.
   *
   * @throws AssertionError if it was promised and does not run
   */
  boolean isHere() throws IOException, InterruptedException {
    String promised = System.getenv("BURSAR_CLIENTS");
    if (promised == null) {
      return runs();
    }
    if (!List.of(promised.split("[ ,]+")).contains(name)) {
      return false;
    }
    if (!runs()) {
      throw new AssertionError("BURSAR_CLIENTS promises " + name + ", but `" + String.join(" ", proof) + "` does not run here.");
    }
    return true;
  }

  private boolean runs() throws IOException, InterruptedException {
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      if (new File(folder, proof.getFirst()).canExecute()) {
        return run(Map.of(), proof).code() == 0;
      }
    }
    return false;
  }

  /** How a command ended, and all it said. */
  record Outcome(int code, String said) {
    /** What it said, provided it worked. */
    String ok() {
      if (code != 0) {
        throw new AssertionError("exit code " + code + ": " + said);
      }
      return said;
    }

    /** What it said, provided it failed. */
    String failed() {
      if (code == 0) {
        throw new AssertionError("it worked, but should be refused: " + said);
      }
      return said;
    }
  }

  /** The environment of a program with that access key, which knows nothing else of this machine's settings. */
  static Map<String, String> environment(Program program) {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_ACCESS_KEY_ID", program.key().accessKeyId());
    environment.put("AWS_SECRET_ACCESS_KEY", program.key().secretAccessKey());
    environment.put("AWS_ENDPOINT_URL", program.server().toString());
    return environment;
  }

  /** Runs a command with those variables added, and waits for its end. */
  static Outcome run(Map<String, String> variables, List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(variable -> variable.startsWith("AWS_"));
    environment.putAll(Map.of("AWS_DEFAULT_REGION", "us-east-1", "AWS_CONFIG_FILE", "/dev/null", "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
        "AWS_EC2_METADATA_DISABLED", "true", "AWS_MAX_ATTEMPTS", "1", "AWS_PAGER", "", "PYTHONIOENCODING", "utf-8", "LC_ALL", "C.UTF-8"));
    environment.putAll(variables);
    Process process = builder.start();
    process.getOutputStream().close();
    Thread watch = Thread.ofVirtual().start(() -> {
      try {
        if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    watch.join();
    return new Outcome(process.waitFor(), said);
  }
}
