package bursar.domain.costs;

import bursar.domain.accounts.AccountId;
import java.util.List;
import java.util.Optional;

/** Which uploads are open. Promised: of two who turn a file's state at one moment, one does. Not promised: that the files exist on disk. */
public interface CostUploadStore {
  /** Adds an upload. */
  void add(CostUpload upload);

  /** The upload of that id. */
  Optional<CostUpload> find(String uploadId);

  /** All uploads. */
  List<CostUpload> all();

  /** How many uploads of an owner there are. */
  int count(AccountId dataOwner);

  /**
   * Turns the state of the file of that token.
   *
   * @return whether it was in the state {@code from}
   */
  boolean turn(String uploadId, String tokenHash, CostUpload.State from, CostUpload.State to);

  /** Removes an upload. */
  void remove(String uploadId);
}
