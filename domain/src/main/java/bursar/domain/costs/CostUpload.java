package bursar.domain.costs;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import java.util.List;

/**
 * Files that somebody may send until a moment, to be imported together once all of them have arrived.
 *
 * @param uploadId names it
 * @param dataOwner the account that owns the data
 * @param dataSet the data set whose months are replaced
 * @param by who asked for it: a principal's ARN, or the operator
 * @param again whether deliveries of reports that are there already are imported once more
 * @param severalPayers whether reports of several payer accounts may be mixed
 * @param expiresAt until when files are taken
 * @param files the files, in their order
 */
public record CostUpload(String uploadId, AccountId dataOwner, String dataSet, String by, boolean again, boolean severalPayers,
    Instant expiresAt, List<File> files) {
  /** Copies the files. */
  public CostUpload {
    files = List.copyOf(files);
  }

  /** Where a file stands. */
  public enum State {
    /** Nothing of it is here. */
    AWAITED,
    /** It is being sent just now. */
    ARRIVING,
    /** It is here whole. */
    ARRIVED
  }

  /**
   * One of the files.
   *
   * @param name its name
   * @param tokenHash the SHA-256 of the token that lets it be sent, in hex
   */
  public record File(String name, String tokenHash, State state) {}

  /** Whether every file is here. */
  public boolean complete() {
    return files.stream().allMatch(file -> file.state() == State.ARRIVED);
  }
}
