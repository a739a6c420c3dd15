package io.sleddog.forwarder.lookup;

import io.sleddog.forwarder.aws.S3Client;
import io.sleddog.forwarder.aws.StoredObject;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tags in S3, so that not every container of the function asks AWS for them. Trouble with the
 * bucket is counted and otherwise the same as no copy.
 */
final class SharedCopy {
  private final S3Client s3;
  private final Place place;
  private final Counters counters;

  SharedCopy(S3Client s3, Place place, Counters counters) {
    this.s3 = s3;
    this.place = place;
    this.counters = counters;
  }

  /**
   * Where a copy is.
   *
   * @param bucket empty if there are to be no copies
   * @param key of the object
   * @param file its form
   */
  record Place(String bucket, String key, TagFile file) {
    boolean isNowhere() {
      return bucket.isEmpty();
    }

    private boolean isOfOne() {
      return file.isOfOne();
    }
  }

  /**
   * What was found.
   *
   * @param tags by ARN
   * @param modified when it was written
   */
  record Content(Map<String, Tags> tags, Instant modified) {}

  /** What is there; null if there is nothing that can be read. */
  @Nullable Content read(Deadline deadline) {
    if (place.isNowhere()) {
      return null;
    }
    try {
      Optional<StoredObject> found = s3.find(place.bucket(), place.key(), deadline);
      if (found.isEmpty()) {
        return null;
      }
      Map<String, Tags> tags = place.file().read(found.get().content());
      return new Content(tags, found.get().modified());
    } catch (IOException ignored) {
      Count failure =
          place.isOfOne() ? Count.LOGGROUP_CACHE_FETCH_FAILURE : Count.S3_CACHE_FETCH_FAILURE;
      counters.add(failure, 1); // AWS itself is asked then, so that there is nothing to say
      return null;
    }
  }

  /** Puts tags in its place. */
  void write(Map<String, Tags> tags, Deadline deadline) {
    if (place.isNowhere()) {
      return;
    }
    try {
      s3.put(place.bucket(), place.key(), place.file().write(tags), deadline);
    } catch (IOException ignored) {
      Count failure =
          place.isOfOne() ? Count.LOGGROUP_CACHE_WRITE_FAILURE : Count.S3_CACHE_WRITE_FAILURE;
      counters.add(failure, 1); // the tags are known here; only the other containers miss them
    }
  }
}
