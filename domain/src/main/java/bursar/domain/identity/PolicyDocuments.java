package bursar.domain.identity;

/** Says whether a text is a policy. */
@FunctionalInterface
public interface PolicyDocuments {
  /**
   * Refuses what is not an identity policy.
   *
   * @throws bursar.domain.Failure MalformedPolicyDocument, saying what is wrong and where
   */
  void check(String document);

  /** The characters of a document that count against a quota: all but white space. */
  static int countedCharacters(String document) {
    return (int) document.chars().filter(c -> !Character.isWhitespace(c)).count();
  }
}
