package bursar.domain.costs;

import bursar.domain.Failure;
import bursar.domain.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rules of uploads: a token for each file, good for sending it whole once, until the upload expires. */
public final class CostUploads {
  /** How long files are taken after an upload was opened. */
  public static final Duration OPEN_FOR = Duration.ofHours(12);

  private static final Duration TO_IMPORT = Duration.ofDays(1);
  private static final int PER_OWNER_MAX = 20;
  private static final int TOKEN_BYTES = 32;

  private final CostUploadStore store;
  private final Transactions transactions;
  private final SecureRandom random;
  private final InstantSource clock;

  /** Over this store. */
  public CostUploads(CostUploadStore store, Transactions transactions, SecureRandom random, InstantSource clock) {
    this.store = store;
    this.transactions = transactions;
    this.random = random;
    this.clock = clock;
  }

  /**
   * An upload just opened.
   *
   * @param tokens one for each file, in their order; told this once
   */
  public record Opened(CostUpload upload, List<String> tokens) {}

  /**
   * The right to send one file now.
   *
   * @param upload the upload
   * @param file which of its files
   */
  public record Slot(CostUpload upload, CostUpload.File file) {}

  /**
   * Opens an upload.
   *
   * @param request what to import; its paths are the names of the files that will be sent
   * @throws Failure {@code LimitExceededException} when the owner has too many open
   */
  public Opened open(CostImporter.Request request) {
    if (store.count(request.dataOwner()) >= PER_OWNER_MAX) {
      throw new Failure("LimitExceededException", "The account has " + PER_OWNER_MAX + " uploads open. Send their files, or wait until they expire.");
    }
    List<String> tokens = new ArrayList<>();
    List<CostUpload.File> files = new ArrayList<>();
    request.paths().forEach(name -> {
      byte[] bytes = new byte[TOKEN_BYTES];
      random.nextBytes(bytes);
      String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      tokens.add(token);
      files.add(new CostUpload.File(name.toString(), hash(token), CostUpload.State.AWAITED));
    });
    CostUpload upload = new CostUpload(UUID.randomUUID().toString(), request.dataOwner(), request.dataSet(), request.by(), request.again(),
        request.severalPayers(), clock.instant().plus(OPEN_FOR), files);
    store.add(upload);
    return new Opened(upload, List.copyOf(tokens));
  }

  /** Takes the right to send the file of a token; empty when there is no such file, it was sent or is being sent, or the upload expired. */
  public Optional<Slot> take(String uploadId, String token) {
    String hash = hash(token);
    return transactions.inTransaction(() -> store.find(uploadId).filter(upload -> upload.expiresAt().isAfter(clock.instant()))
        .flatMap(upload -> upload.files().stream().filter(file -> file.tokenHash().equals(hash)).map(file -> new Slot(upload, file)).findFirst())
        .filter(slot -> store.turn(uploadId, hash, CostUpload.State.AWAITED, CostUpload.State.ARRIVING)));
  }

  /** Gives the right back: nothing of the file is here, and it may be sent again. */
  public void giveBack(Slot slot) {
    var _ = transactions.inTransaction(() ->
        store.turn(slot.upload().uploadId(), slot.file().tokenHash(), CostUpload.State.ARRIVING, CostUpload.State.AWAITED));
  }

  /** Notes that a file is here whole; the upload as it is now. */
  public CostUpload arrived(Slot slot) {
    return transactions.inTransaction(() -> {
      store.turn(slot.upload().uploadId(), slot.file().tokenHash(), CostUpload.State.ARRIVING, CostUpload.State.ARRIVED);
      return store.find(slot.upload().uploadId()).orElse(slot.upload());
    });
  }

  /** Forgets an upload. */
  public void close(String uploadId) {
    var _ = transactions.inTransaction(() -> {
      store.remove(uploadId);
      return uploadId;
    });
  }

  /** Forgets the uploads that expired; the ids of those that did not. One that is complete has a day to be imported. */
  public List<String> stillOpen() {
    List<CostUpload> all = store.all();
    all.stream().filter(this::expired).forEach(upload -> close(upload.uploadId()));
    return all.stream().filter(upload -> !expired(upload)).map(CostUpload::uploadId).toList();
  }

  private boolean expired(CostUpload upload) {
    return !upload.expiresAt().plus(upload.complete() ? TO_IMPORT : Duration.ZERO).isAfter(clock.instant());
  }

  private static String hash(String token) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
