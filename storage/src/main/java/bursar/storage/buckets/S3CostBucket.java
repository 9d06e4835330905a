package bursar.storage.buckets;

import bursar.domain.Failure;
import bursar.domain.costs.BucketSource;
import bursar.domain.costs.CostBucket;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket, read with the AWS SDK's S3 client. A download that breaks off is taken up where it broke off, as long as the object is the same. */
public final class S3CostBucket implements CostBucket {
  private static final int ITEMS_MAX = 100_000;
  private static final int RESUMES_MAX = 5;

  private final BucketSource source;
  private final Patience patience;
  private final S3Client client;

  /**
   * How long to wait.
   *
   * @param connect for a connection
   * @param silence for the next byte
   * @param answer for a whole listing
   * @param grace for an object before its pace counts
   * @param bytesASecondMin the slowest pace at which objects are taken on the whole
   */
  public record Patience(Duration connect, Duration silence, Duration answer, Duration grace, long bytesASecondMin) {
    /** What a server has. */
    public static final Patience USUAL =
        new Patience(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(60), 16_384);
  }

  /** The bucket of a source; calls nothing yet. */
  public S3CostBucket(BucketSource source, String secretAccessKey, Patience patience) {
    this.source = source;
    this.patience = patience;
    client = S3Client.builder()
        .endpointOverride(URI.create(source.endpoint()))
        .region(Region.of(source.region()))
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(source.accessKeyId(), secretAccessKey)))
        // The host that is called is exactly the endpoint's, which the operator allowed.
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .httpClient(UrlConnectionHttpClient.builder().connectionTimeout(patience.connect()).socketTimeout(patience.silence())
            .proxyConfiguration(ProxyConfiguration.builder().useSystemPropertyValues(false).useEnvironmentVariablesValues(false).build())
            .build())
        .overrideConfiguration(configuration -> configuration
            .retryStrategy(StandardRetryStrategy.builder().maxAttempts(2).build())
            .defaultProfileFile(ProfileFile.aggregator().build()))
        .build();
  }

  @Override
  public List<Item> list() {
    List<Item> items = new ArrayList<>();
    try {
      String next = null;
      do {
        ListObjectsV2Response page = client.listObjectsV2(ListObjectsV2Request.builder().bucket(source.bucket()).prefix(source.prefix())
            .continuationToken(next).overrideConfiguration(call -> call.apiCallTimeout(patience.answer())).build());
        page.contents().forEach(object -> items.add(new Item(object.key(), object.size(), object.eTag(), object.lastModified())));
        if (items.size() > ITEMS_MAX) {
          throw refused("has more than " + ITEMS_MAX + " objects there. Name a longer prefix.");
        }
        next = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
      } while (next != null);
    } catch (SdkException e) {
      throw inWords(e, "could not be listed");
    }
    return items;
  }

  @Override
  public void fetch(Item item, Path file) {
    long began = System.nanoTime();
    long length = 0;
    SdkOrDisk last = null;
    for (int attempt = 0; attempt <= RESUMES_MAX; attempt++) {
      try {
        length = taken(item, file, length, began);
        if (length == item.bytes()) {
          Files.setLastModifiedTime(file, FileTime.from(item.changedAt()));
          return;
        }
        last = null;
      } catch (SdkException e) {
        if (e instanceof S3Exception || attempt == RESUMES_MAX) {
          throw inWords(e, "did not give the object " + item.key());
        }
        last = new SdkOrDisk(e);
      } catch (NotWritten e) {
        throw new Failure("InsufficientStorage", "The object " + item.key() + " of " + source.place() + " could not be written to disk: "
            + e.getMessage() + ".");
      } catch (IOException e) {
        last = new SdkOrDisk(e);
      }
      length = size(file);
    }
    throw refused("broke off in the object " + item.key() + " after " + length + " of " + item.bytes() + " bytes, again and again"
        + (last == null ? "" : ": " + last.why()) + ".");
  }

  /** What broke a download off. */
  private record SdkOrDisk(Exception cause) {
    String why() {
      return cause instanceof SocketTimeoutException ? "it fell silent" : String.valueOf(cause.getMessage()).replaceFirst("\\.$", "");
    }
  }

  /** The disk did not take what came. */
  private static final class NotWritten extends IOException {
    private static final long serialVersionUID = 1L;

    NotWritten(IOException cause) {
      super(String.valueOf(cause.getMessage()), cause);
    }
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** Takes the rest of an object; its length by then. */
  private long taken(Item item, Path file, long from, long began) throws IOException {
    GetObjectRequest.Builder request = GetObjectRequest.builder().bucket(source.bucket()).key(item.key()).ifMatch(item.tag());
    if (from > 0) {
      request.range("bytes=" + from + "-");
    }
    long length = from;
    byte[] bytes = new byte[1 << 16];
    try (ResponseInputStream<GetObjectResponse> in = client.getObject(request.build())) {
      boolean part = in.response().contentRange() != null;
      if (from > 0 && !part) {
        length = 0;
      }
      try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
          length > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
          length += read;
          long nanos = System.nanoTime() - began;
          if (length > item.bytes()) {
            in.abort();
            throw refused("gave more of the object " + item.key() + " than the " + item.bytes() + " bytes it listed.");
          }
          if (nanos > patience.grace().toNanos() && length < nanos / 1_000_000_000.0 * patience.bytesASecondMin()) {
            in.abort();
            throw refused("gave only " + length + " bytes of the object " + item.key() + " in " + nanos / 1_000_000_000L
                + " seconds, which is too slow.");
          }
          write(out, bytes, read);
        }
      }
    }
    return length;
  }

  private static void write(OutputStream out, byte[] bytes, int length) throws NotWritten {
    try {
      out.write(bytes, 0, length);
    } catch (IOException e) {
      throw new NotWritten(e);
    }
  }

  private Failure refused(String why) {
    return new Failure("ValidationException", "The bucket " + source.place() + " at " + source.endpoint() + " " + why);
  }

  private Failure inWords(SdkException e, String what) {
    if (e instanceof S3Exception answered) {
      String code = answered.awsErrorDetails() == null ? "" : answered.awsErrorDetails().errorCode();
      if (answered.statusCode() / 100 == 3) {
        return refused(what + ": it answered with a redirect, which is not followed. Name the bucket's own endpoint and region.");
      }
      return refused(what + ": it answered " + answered.statusCode() + (code == null || code.isEmpty() ? "" : " " + code) + ".");
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException || cause instanceof ApiCallTimeoutException) {
        return refused(what + ": it did not answer within " + patience.silence().toSeconds() + " seconds.");
      }
      if (cause instanceof UnknownHostException) {
        return refused(what + ": there is no host of that name.");
      }
    }
    Throwable innermost = e;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return refused(what + ": " + String.valueOf(innermost.getMessage()).replaceFirst("\\.$", "") + ".");
  }

  @Override
  public void close() {
    client.close();
  }
}
