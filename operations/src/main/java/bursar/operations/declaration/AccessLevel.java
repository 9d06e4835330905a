package bursar.operations.declaration;

/** What kind of access an action gives, in the words of AWS's service authorization reference. */
public enum AccessLevel {
  LIST,
  READ,
  WRITE,
  PERMISSIONS_MANAGEMENT,
  TAGGING;

  /** Whether an operation of this level changes nothing. */
  public boolean readOnly() {
    return this == LIST || this == READ;
  }
}
