package bursar.domain.costs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A bucket that can be read. */
public interface CostBucket extends AutoCloseable {
  /**
   * An object.
   *
   * @param key its key
   * @param bytes its size
   * @param tag changes when its content does
   * @param changedAt when it was last written
   */
  record Item(String key, long bytes, String tag, Instant changedAt) {}

  /**
   * The objects whose keys begin with the source's prefix.
   *
   * @throws bursar.domain.Failure with a sentence, when the store refuses, is silent, or has too many
   */
  List<Item> list();

  /**
   * Writes an object to a file, with the time it was last written.
   *
   * @throws bursar.domain.Failure with a sentence, when it cannot be had whole
   */
  void fetch(Item item, Path file);

  @Override
  void close();

  /** Opens buckets. */
  @FunctionalInterface
  interface Door {
    /** The bucket of a source. */
    CostBucket open(BucketSource source, String secretAccessKey);
  }
}
