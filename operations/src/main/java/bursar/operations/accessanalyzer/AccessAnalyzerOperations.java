package bursar.operations.accessanalyzer;

import bursar.operations.declaration.Operation;
import bursar.policy.advice.KnownNames;
import java.util.List;

/** Every operation of Access Analyzer that this product serves. */
public final class AccessAnalyzerOperations {
  private AccessAnalyzerOperations() {}

  /**
   * All of them.
   *
   * @param names what policies are held against
   */
  public static List<Operation<?, ?>> all(KnownNames names) {
    return List.of(new ValidatePolicy(names), new CheckNoNewAccess(), new CheckAccessNotGranted(), new CheckNoPublicAccess());
  }
}
