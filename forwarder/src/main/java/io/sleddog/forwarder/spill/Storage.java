package io.sleddog.forwarder.spill;

import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.aws.Hashes;
import io.sleddog.forwarder.aws.S3Client;
import io.sleddog.forwarder.config.StorageSettings;
import io.sleddog.forwarder.deliver.DeliveryContext;
import io.sleddog.forwarder.deliver.LastResort;
import io.sleddog.forwarder.deliver.Target;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where undelivered batches are kept, if the settings want them to be. */
public final class Storage {
  private static final long MOST_RESERVE_MILLIS = 5_000;
  private static final int RESERVE_PART = 4;

  /** For what was cut off to say what became of it. */
  private static final long GRACE_MILLIS = 100;

  private final @Nullable Store store;
  private final Clock clock;

  Storage(@Nullable Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The storage that the settings name: a queue, a bucket, both or none at all. */
  public static Storage of(
      StorageSettings settings, AwsClient aws, String functionName, Clock clock) {
    if (!settings.enabled()) {
      return new Storage(null, clock);
    }
    S3Store bucket =
        settings.bucket().isEmpty()
            ? null
            : new S3Store(new S3Client(aws), settings.bucket(), functionName);
    if (settings.queueUrl().isEmpty()) {
      return new Storage(bucket, clock);
    }
    SqsStore queue = new SqsStore(aws, settings.queueUrl(), functionName, bucket);
    return new Storage(bucket == null ? queue : new QueueAndBucket(queue, bucket), clock);
  }

  /** What keeps the batches of one invocation. */
  public LastResort lastResort(String requestId, Counters counters) {
    return store == null ? LastResort.NONE : new Spill(store, requestId, counters, clock);
  }

  /** When sending must end, so that there is time left to store, or to say that it failed. */
  public Deadline sendDeadline(Deadline deadline) {
    long part = deadline.remainingMillis() / RESERVE_PART;
    long most = store == null ? GRACE_MILLIS : MOST_RESERVE_MILLIS;
    return deadline.earlier(Math.min(most, part));
  }

  /**
   * Sends again what is stored; does nothing if nothing ever is.
   *
   * @param functionArn the forwarder's own; Datadog's forwarder stored under a name made of it
   * @param targets by whose names batches were stored
   * @param context of the invocation; its last resort is not used
   * @throws IOException if the store cannot be read or changed; what it holds is not lost
   */
  public void replay(String functionArn, List<Target> targets, DeliveryContext context)
      throws IOException {
    if (store != null) {
      String vendorName = Hashes.sha1(functionArn.toLowerCase(Locale.ROOT));
      new Replay(store, targets, context, clock).run(vendorName);
    }
  }
}
