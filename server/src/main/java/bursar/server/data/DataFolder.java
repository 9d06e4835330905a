package bursar.server.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a server: the state database, the key that encrypts secret access keys, the cost files, the operator's token, the
 * container's working files.
 *
 * <p>The folder is made readable for its owner only (mode 0700), the key and the token too (0600). One process at a time holds the folder.
 */
public final class DataFolder implements AutoCloseable {
  private static final int KEY_BYTES = 32;

  private final Path root;
  private @Nullable FileChannel lockChannel;
  private @Nullable FileLock lock;

  private DataFolder(Path root) {
    this.root = root;
  }

  /** The folder at that place, made when it is missing. Does not take hold of it. */
  public static DataFolder at(Path place) {
    Path root = place.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(root)) {
        Files.createDirectories(root);
      }
      ownerOnly(root, "rwx------");
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder " + root + " cannot be made or closed to others.", e);
    }
    return new DataFolder(root);
  }

  /** The folder itself, absolute. */
  public Path root() {
    return root;
  }

  /** The SQLite database of the state. */
  public Path stateFile() {
    return root.resolve("bursar.sqlite");
  }

  /** The file that says that the state is not in the folder; see {@link #noteStateElsewhere}. */
  public Path stateElsewhereFile() {
    return root.resolve("state.elsewhere");
  }

  /** Notes that a database server keeps the state, so that nothing begins a second, empty one in the folder. */
  public void noteStateElsewhere() {
    try {
      if (!Files.exists(stateElsewhereFile())) {
        writeOwnerOnly(stateElsewhereFile(), "The state of this server is in the database that --state names.\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + stateElsewhereFile() + " cannot be written.", e);
    }
  }

  /** The folder of the cost files. */
  public Path costs() {
    return root.resolve("costs");
  }

  /** The folder where uploaded files are until they are imported. */
  public Path uploads() {
    return root.resolve("uploads");
  }

  /** The folder where objects of buckets are while they are imported. */
  public Path fetched() {
    return root.resolve("fetched");
  }

  /** The folder in the data folder {@code root} where the HTTP container works; nothing in it is worth keeping. */
  public static Path container(Path root) {
    return root.toAbsolutePath().resolve("container");
  }

  /**
   * Takes hold of the folder for this process.
   *
   * @return false when another process holds it
   */
  public boolean take() {
    try {
      FileChannel channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock held;
      try {
        held = channel.tryLock();
      } catch (OverlappingFileLockException e) {
        held = null;
      }
      if (held == null) {
        channel.close();
        return false;
      }
      lockChannel = channel;
      lock = held;
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder " + root + " cannot be locked.", e);
    }
  }

  /** The key that encrypts secret access keys: 32 random bytes in a file of their own, made at first use. */
  public byte[] secretsKey() {
    return HexFormat.of().parseHex(secret("secrets.key"));
  }

  /** The token that proves a caller to be the operator, made at first use. */
  public String operatorToken() {
    return secret("operator.token");
  }

  private String secret(String name) {
    Path file = root.resolve(name);
    try {
      if (!Files.exists(file)) {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        writeOwnerOnly(file, HexFormat.of().formatHex(bytes));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be read or made.", e);
    }
  }

  /** Notes where this process answers, for commands on the same machine. */
  public void noteRunning(String url) {
    try {
      writeOwnerOnly(root.resolve("running"), url + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + root.resolve("running") + " cannot be written.", e);
    }
  }

  /** Where the process that holds the folder answers; empty if it did not say. */
  public Optional<String> running() {
    try {
      Path file = root.resolve("running");
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void writeOwnerOnly(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh);
    ownerOnly(fresh, "rw-------");
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void ownerOnly(Path path, String mode) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
  }

  @Override
  public void close() {
    try {
      if (lock != null) {
        Files.deleteIfExists(root.resolve("running"));
        lock.release();
        lock = null;
      }
      if (lockChannel != null) {
        lockChannel.close();
        lockChannel = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder " + root + " cannot be let go.", e);
    }
  }
}
