package io.sleddog.forwarder.lookup;

import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.aws.Hashes;
import io.sleddog.forwarder.config.TagSettings;
import io.sleddog.forwarder.http.Pause;
import io.sleddog.forwarder.model.Arn;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Invocation;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.telemetry.Counters;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The tags that AWS keeps for what wrote or stored a log, as far as the user wants them. Nothing is
 * loaded and nobody is asked before the first that is wanted.
 *
 * <p>Tags are only an addition: whatever goes wrong is counted, and the logs go on without them.
 */
public final class ResourceTags {
  private static final long MILLIS = 1000;
  private static final int MOST_JITTER_SECONDS = 100;

  private final TagSettings settings;
  private final AwsClient aws;
  private final Clock clock;
  private final Pause pause;
  private final @Nullable Timing timing;
  private final Counters counters = new Counters();
  private @Nullable TagCaches caches;

  /**
   * Tags by the settings.
   *
   * @param pause how to wait for another container
   */
  public ResourceTags(TagSettings settings, AwsClient aws, Clock clock, Pause pause) {
    this.settings = settings;
    this.aws = aws;
    this.clock = clock;
    this.pause = pause;
    this.timing = null;
  }

  ResourceTags(TagSettings settings, AwsClient aws, Timing timing) {
    this.settings = settings;
    this.aws = aws;
    this.clock = timing.clock();
    this.pause = timing.pause();
    this.timing = timing;
  }

  /** The tags of a function. */
  public Tags ofFunction(Arn function, Invocation invocation, Deadline deadline) {
    if (!settings.functions() || !isNear(function, invocation)) {
      return Tags.NONE;
    }
    TagCache cache = caches(invocation).ofType("lambda", "lambda");
    return cache.get(function.text().toLowerCase(Locale.ROOT), deadline);
  }

  /** The tags of a state machine. */
  public Tags ofStateMachine(Arn machine, Invocation invocation, Deadline deadline) {
    if (!settings.stateMachines() || !isNear(machine, invocation)) {
      return Tags.NONE;
    }
    TagCache cache = caches(invocation).ofType("states", "step-functions");
    return cache.get(machine.text().toLowerCase(Locale.ROOT), deadline);
  }

  /** The tags of a log group, whose ARN ends in its name. */
  public Tags ofLogGroup(Arn group, Invocation invocation, Deadline deadline) {
    if (!settings.logGroups() || !isNear(group, invocation)) {
      return Tags.NONE;
    }
    return caches(invocation).ofLogGroup(group.text()).get(group.text(), deadline);
  }

  /** The tags of a bucket, by its name. */
  public Tags ofBucket(String bucket, Invocation invocation, Deadline deadline) {
    Optional<Arn> own = Arn.tryParse(invocation.functionArn());
    if (!settings.buckets() || own.isEmpty()) {
      return Tags.NONE;
    }
    String arn = "arn:" + own.get().partition() + ":s3:::" + bucket;
    TagCache cache = caches(invocation).ofType("s3:bucket", "s3");
    return cache.get(arn.toLowerCase(Locale.ROOT), deadline);
  }

  /** Adds what was counted since the last call; some of it happened beside the invocation. */
  public synchronized void report(Counters target) {
    if (caches != null) {
      counters.moveTo(target);
    }
  }

  /** AWS tells the tags of the function's own account only. */
  private static boolean isNear(Arn arn, Invocation invocation) {
    return Arn.tryParse(invocation.functionArn())
        .filter(own -> own.account().equals(arn.account()))
        .isPresent();
  }

  /** Files of several forwarders in one bucket are told apart by the function's ARN. */
  private synchronized TagCaches caches(Invocation invocation) {
    TagCaches made = caches;
    if (made == null) {
      String prefix = Hashes.sha1(invocation.functionArn().toLowerCase(Locale.ROOT));
      made = new TagCaches(aws, settings.bucket(), prefix, timing(), counters);
      caches = made;
    }
    return made;
  }

  /** Containers that started together do not ask together again. */
  private Timing timing() {
    Timing given = timing;
    if (given != null) {
      return given;
    }
    int jitter = ThreadLocalRandom.current().nextInt(MOST_JITTER_SECONDS) + 1;
    long ttlMillis = (settings.ttlSeconds() + jitter) * MILLIS;
    return new Timing(ttlMillis, clock, pause, Background.threads());
  }
}
