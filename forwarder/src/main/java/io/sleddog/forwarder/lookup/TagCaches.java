package io.sleddog.forwarder.lookup;

import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.aws.S3Client;
import io.sleddog.forwarder.telemetry.Counters;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The caches of one function: one for each type of resource and for each log group. Copies have the
 * names that Datadog's forwarder gives them.
 */
final class TagCaches {
  private static final int MOST = 5_000;

  private final AwsClient aws;
  private final String bucket;
  private final String prefix;
  private final Timing timing;
  private final Counters counters;
  private final Map<String, TagCache> caches = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Caches that are empty.
   *
   * @param bucket for copies; empty for none
   * @param prefix tells the copies of this function from those of others
   */
  TagCaches(AwsClient aws, String bucket, String prefix, Timing timing, Counters counters) {
    this.aws = aws;
    this.bucket = bucket;
    this.prefix = prefix;
    this.timing = timing;
    this.counters = counters;
  }

  /**
   * The cache of all resources of a type.
   *
   * @param type as AWS calls it
   * @param name as the copy is called
   */
  TagCache ofType(String type, String name) {
    return caches.computeIfAbsent(
        type,
        t -> {
          String start = "cache/" + prefix + "_" + name;
          SharedCopy.Place place = new SharedCopy.Place(bucket, start + ".json", new TagFile(""));
          return cache(new TaggedResources(aws, type, counters), place, start + ".lock");
        });
  }

  /** The cache of a log group; the one that was not needed for the longest time is forgotten. */
  TagCache ofLogGroup(String arn) {
    TagCache known = caches.get(arn);
    if (known == null) {
      String key = "cache/log-group/" + prefix + "/" + fileName(arn) + ".json";
      SharedCopy.Place place = new SharedCopy.Place(bucket, key, new TagFile(arn));
      known = cache(new TaggedLogGroup(aws, arn, counters), place, "");
      caches.put(arn, known);
      if (caches.size() > MOST) {
        caches.remove(caches.keySet().iterator().next());
      }
    }
    return known;
  }

  private TagCache cache(TagReader reader, SharedCopy.Place place, String lock) {
    S3Client s3 = new S3Client(aws);
    return new TagCache(
        reader,
        new SharedCopy(s3, place, counters),
        new SharedLock(s3, bucket, lock, timing.clock(), counters),
        timing,
        counters);
  }

  /** Slashes and colons become underscores; a name that has some of its own is told apart. */
  private static String fileName(String arn) {
    String name = arn.replace('/', '_').replace(':', '_');
    return arn.indexOf('_') < 0 ? name : name + "-" + Integer.toHexString(arn.hashCode());
  }
}
