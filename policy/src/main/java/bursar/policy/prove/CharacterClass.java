package bursar.policy.prove;

/** Which characters a wildcard, or a part of a well-formed request, may stand for. */
enum CharacterClass {
  ANY,
  NO_COLON,
  /** The service prefix of an action, folded to lower case, and a partition, a service or a region of an ARN. */
  SERVICE,
  /** An action's name, folded to lower case: visible ASCII, but no wildcard, since a request names one action. */
  ACTION_NAME,
  DIGIT;

  boolean contains(int character) {
    return switch (this) {
      case ANY -> true;
      case NO_COLON -> character != ':';
      case SERVICE ->
          (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || character == '-';
      case ACTION_NAME ->
          character > ' ' && character < 127 && character != '*' && character != '?' && !(character >= 'A' && character <= 'Z');
      case DIGIT -> character >= '0' && character <= '9';
    };
  }
}
