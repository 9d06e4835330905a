package bursar.operations.memory;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostUpload;
import bursar.domain.costs.CostUploadStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Open uploads in memory. */
public final class InMemoryUploads implements CostUploadStore {
  private final Map<String, CostUpload> uploads = new LinkedHashMap<>();

  @Override
  public void add(CostUpload upload) {
    uploads.put(upload.uploadId(), upload);
  }

  @Override
  public Optional<CostUpload> find(String uploadId) {
    return Optional.ofNullable(uploads.get(uploadId));
  }

  @Override
  public List<CostUpload> all() {
    return List.copyOf(uploads.values());
  }

  @Override
  public int count(AccountId dataOwner) {
    return (int) uploads.values().stream().filter(upload -> upload.dataOwner().equals(dataOwner)).count();
  }

  @Override
  public boolean turn(String uploadId, String tokenHash, CostUpload.State from, CostUpload.State to) {
    return false;
  }

  @Override
  public void remove(String uploadId) {
    uploads.remove(uploadId);
  }
}
