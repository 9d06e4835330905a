package bursar.server.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How cost data may come in over the network.
 *
 * @param uploadBytesMax how large one uploaded file may be
 * @param bucketEndpoints the addresses of S3-compatible stores from which sources may read, such as {@code https://s3.eu-west-1.amazonaws.com};
 *     no other address is ever called
 */
public record CostInput(long uploadBytesMax, List<String> bucketEndpoints) {
  private static final long GIB = 1L << 30;

  /** Files up to 20 GiB, and no buckets. */
  public static final CostInput DEFAULT = new CostInput(20 * GIB, List.of());

  /**
   * Refuses what is no address.
   *
   * @throws IllegalArgumentException with a sentence that says what to write
   */
  public CostInput {
    if (uploadBytesMax < 1) {
      throw new IllegalArgumentException("--upload-max takes a number of bytes from 1 up.");
    }
    List<String> normal = new ArrayList<>();
    for (String endpoint : bucketEndpoints) {
      normal.add(normal(endpoint));
    }
    bucketEndpoints = List.copyOf(normal);
  }

  private static String normal(String endpoint) {
    try {
      URI address = new URI(endpoint.toLowerCase(Locale.ROOT).replaceFirst("/+$", ""));
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      if (web && address.getHost() != null && address.getUserInfo() == null && address.getRawQuery() == null && address.getPath().isEmpty()) {
        return address.toString();
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new IllegalArgumentException("--bucket-endpoint takes an address such as https://s3.eu-west-1.amazonaws.com, not '" + endpoint + "'.");
  }
}
