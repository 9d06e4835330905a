package bursar.server.http;

import bursar.domain.costs.CostImporter;
import bursar.domain.costs.CostUpload;
import bursar.domain.costs.CostUploads;
import bursar.operations.bursar.BackgroundImports;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Takes the files of uploads: {@code PUT /uploads/ID?token=TOKEN}. A file streams to disk; it may be large and slow, within bounds: of its
 * size, of how many arrive at once, and of how slow. What is cut off leaves nothing.
 */
public final class UploadEndpoint {
  static final String PATH = "/uploads/";
  private static final int AT_ONCE = 8;
  private static final long TIDY_NANOS = 600_000_000_000L;
  private static final long GRACE_NANOS = 60_000_000_000L;
  /** After the first minute a sender must have been this fast on the whole. */
  private static final long BYTES_A_SECOND_MIN = 4_096;

  private final CostUploads uploads;
  private final BackgroundImports imports;
  private final Path folder;
  private final long bytesMax;
  private final AtomicLong tidiedAt = new AtomicLong(System.nanoTime());
  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * Takes files into a folder, of which it removes what belongs to no open upload.
   *
   * @param bytesMax how large one file may be
   */
  public UploadEndpoint(CostUploads uploads, BackgroundImports imports, Path folder, long bytesMax) {
    this.uploads = uploads;
    this.imports = imports;
    this.folder = folder;
    this.bytesMax = bytesMax;
    tidy();
  }

  /** Whether a request is an upload's. */
  static boolean claims(HttpServletRequest request) {
    return request.getMethod().equals("PUT") && request.getRequestURI().startsWith(PATH);
  }

  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // Whatever is not read of the body ends the connection with it.
    response.setHeader("Connection", "close");
    if (request.getContentLengthLong() > bytesMax) {
      EveryRequest.plain(response, 413, "The file is larger than the " + bytesMax + " bytes that this server takes.");
      return;
    }
    if (!places.tryAcquire()) {
      response.setHeader("Retry-After", "30");
      EveryRequest.plain(response, 503, AT_ONCE + " files are being sent to this server just now. Try again in a moment.");
      return;
    }
    try {
      tidyNowAndThen();
      String token = request.getQueryString() == null ? "" : request.getQueryString().replaceFirst("^token=", "");
      Optional<CostUploads.Slot> slot = uploads.take(request.getRequestURI().substring(PATH.length()), token);
      if (slot.isEmpty()) {
        EveryRequest.plain(response, 404, "There is no file to be sent here: the address is wrong, was used already, or has expired.");
        return;
      }
      receive(slot.get(), request, response);
    } finally {
      places.release();
    }
  }

  private void receive(CostUploads.Slot slot, HttpServletRequest request, HttpServletResponse response) throws IOException {
    Path file = folder.resolve(slot.upload().uploadId()).resolve(slot.file().name());
    boolean whole = false;
    try {
      Files.createDirectories(file.resolveSibling(""));
      if (request.getContentLengthLong() > Files.getFileStore(folder).getUsableSpace()) {
        EveryRequest.plain(response, 507, "The server's disk has no room for the file.");
        return;
      }
      whole = stored(request, file, response);
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
        uploads.giveBack(slot);
      }
    }
    if (whole) {
      CostUpload upload = uploads.arrived(slot);
      if (upload.complete()) {
        respond(response, 202, "{\"UploadId\":\"" + upload.uploadId() + "\",\"ImportId\":\"" + begin(upload) + "\"}");
      } else {
        long awaited = upload.files().stream().filter(one -> one.state() != CostUpload.State.ARRIVED).count();
        respond(response, 200, "{\"UploadId\":\"" + upload.uploadId() + "\",\"FilesAwaited\":" + awaited + "}");
      }
    }
  }

  /** Writes the body to disk; answers and returns false when it cannot be had whole. */
  private boolean stored(HttpServletRequest request, Path file, HttpServletResponse response) throws IOException {
    long began = System.nanoTime();
    long length = 0;
    byte[] bytes = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
      InputStream in = request.getInputStream();
      for (int read = received(in, bytes); read >= 0; read = received(in, bytes)) {
        length += read;
        if (length > bytesMax) {
          EveryRequest.plain(response, 413, "The file is larger than the " + bytesMax + " bytes that this server takes.");
          return false;
        }
        long nanos = System.nanoTime() - began;
        if (nanos > GRACE_NANOS && length < nanos / 1_000_000_000L * BYTES_A_SECOND_MIN) {
          EveryRequest.plain(response, 408, "The file arrives more slowly than " + BYTES_A_SECOND_MIN + " bytes a second.");
          return false;
        }
        out.write(bytes, 0, read);
      }
    } catch (CutOff e) {
      EveryRequest.plain(response, 408, "The file did not arrive whole: its sender fell silent or went away.");
      return false;
    } catch (IOException e) {
      EveryRequest.plain(response, 507, "The file could not be written to the server's disk: " + e.getMessage() + ".");
      return false;
    }
    if (length == 0) {
      EveryRequest.plain(response, 400, "The file is empty. Send it as the body of the request.");
      return false;
    }
    return true;
  }

  /** The sender does not go on. */
  private static final class CutOff extends IOException {
    private static final long serialVersionUID = 1L;

    CutOff(IOException cause) {
      super(cause);
    }
  }

  private static int received(InputStream in, byte[] bytes) throws CutOff {
    try {
      return in.read(bytes);
    } catch (SocketTimeoutException e) {
      throw new CutOff(e);
    } catch (IOException e) {
      throw new CutOff(e);
    }
  }

  private String begin(CostUpload upload) {
    Path own = folder.resolve(upload.uploadId());
    List<String> names = upload.files().stream().map(CostUpload.File::name).toList();
    boolean manifest = names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("manifest.json"));
    List<Path> paths = manifest ? List.of(own) : names.stream().map(own::resolve).toList();
    CostImporter.Request request = new CostImporter.Request(
        upload.dataOwner(), upload.dataSet(), paths, upload.by(), upload.again(), upload.severalPayers());
    return imports.begin(request.shownAs(manifest ? List.of("the upload") : names), () -> {
      uploads.close(upload.uploadId());
      delete(own);
    });
  }

  private void tidyNowAndThen() {
    long now = System.nanoTime();
    long last = tidiedAt.get();
    if (now - last > TIDY_NANOS && tidiedAt.compareAndSet(last, now)) {
      tidy();
    }
  }

  /** Removes what belongs to no open upload. */
  private void tidy() {
    List<String> open = uploads.stillOpen();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        all.filter(own -> !open.contains(own.getFileName().toString())).toList().forEach(UploadEndpoint::delete);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void delete(Path own) {
    try (Stream<Path> all = Files.walk(own)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void respond(HttpServletResponse response, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
