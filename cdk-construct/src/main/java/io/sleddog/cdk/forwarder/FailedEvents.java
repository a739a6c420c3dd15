package io.sleddog.cdk.forwarder;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sqs.IQueue;

/**
 * Where the forwarder keeps what Datadog did not take, for how long, and how often it tries again.
 */
public final class FailedEvents {
  /** Kinds of store. */
  enum Store {
    /** Nothing is kept. */
    NONE,
    /** A bucket of S3. */
    BUCKET,
    /** A queue of SQS. */
    QUEUE
  }

  private final Store store;
  private final @Nullable IBucket bucket;
  private final @Nullable IQueue queue;
  private final @Nullable IKey encryptionKey;
  private final @Nullable IBucket accessLogs;
  private final int keepDays;
  private final int retryEveryHours;

  private FailedEvents(Builder builder) {
    this.store = builder.store;
    this.bucket = builder.bucket;
    this.queue = builder.queue;
    this.encryptionKey = builder.encryptionKey;
    this.accessLogs = builder.accessLogs;
    this.keepDays = builder.keepDays;
    this.retryEveryHours = builder.retryEveryHours;
  }

  /** A bucket of the forwarder's own, kept when the stack is deleted. */
  public static Builder inNewBucket() {
    return new Builder(Store.BUCKET, null, null);
  }

  /** The folder {@code failed_events/} of an existing bucket, whose expiry is its owner's. */
  public static Builder inBucket(IBucket bucket) {
    return new Builder(Store.BUCKET, bucket, null);
  }

  /** A queue of the forwarder's own. */
  public static Builder inNewQueue() {
    return new Builder(Store.QUEUE, null, null);
  }

  /** An existing queue, whose expiry is its owner's. */
  public static Builder inQueue(IQueue queue) {
    return new Builder(Store.QUEUE, null, queue);
  }

  /** Nowhere: what is not delivered makes the invocation fail, and AWS's own retry is all. */
  public static FailedEvents notKept() {
    return new Builder(Store.NONE, null, null).build();
  }

  Store store() {
    return store;
  }

  @Nullable IBucket bucket() {
    return bucket;
  }

  @Nullable IQueue queue() {
    return queue;
  }

  @Nullable IKey encryptionKey() {
    return encryptionKey;
  }

  @Nullable IBucket accessLogs() {
    return accessLogs;
  }

  int keepDays() {
    return keepDays;
  }

  int retryEveryHours() {
    return retryEveryHours;
  }

  /** Collects the settings. */
  public static final class Builder {
    private final Store store;
    private final @Nullable IBucket bucket;
    private final @Nullable IQueue queue;
    private @Nullable IKey encryptionKey;
    private @Nullable IBucket accessLogs;
    private int keepDays = 14;
    private int retryEveryHours = 6;

    private Builder(Store store, @Nullable IBucket bucket, @Nullable IQueue queue) {
      this.store = store;
      this.bucket = bucket;
      this.queue = queue;
    }

    /** How long a new store keeps an event: 14 days unless said, which is a queue's limit too. */
    public Builder keepDays(int days) {
      this.keepDays = days;
      return this;
    }

    /** How often everything kept is tried again: every 6 hours unless said. */
    public Builder retryEveryHours(int hours) {
      this.retryEveryHours = hours;
      return this;
    }

    /** No schedule: a retry is an invocation with {@code {"retry": true}}. */
    public Builder neverRetry() {
      this.retryEveryHours = 0;
      return this;
    }

    /** The key that encrypts a new store, instead of one managed by AWS. */
    public Builder encryptionKey(IKey key) {
      this.encryptionKey = key;
      return this;
    }

    /** The bucket that gets the access logs of a new bucket. */
    public Builder accessLogs(IBucket target) {
      this.accessLogs = target;
      return this;
    }

    /** The value. */
    public FailedEvents build() {
      return new FailedEvents(this);
    }
  }
}
