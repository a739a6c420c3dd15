package io.sleddog.cdk.forwarder;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** The bucket or queue that takes undelivered data; a bucket holds the cache of tags as well. */
public final class FailedEventStore {
  /** Where in their bucket the access logs of a new bucket go. */
  public static final String ACCESS_LOG_PREFIX = "datadog-forwarder/";

  private static final String FOLDER = "failed_events/";
  private static final String CACHE = "cache/";

  private final @Nullable IBucket bucket;
  private final @Nullable IQueue queue;

  private FailedEventStore(@Nullable IBucket bucket, @Nullable IQueue queue) {
    this.bucket = bucket;
    this.queue = queue;
  }

  /**
   * Makes the store or takes the existing one.
   *
   * @param visibility how long a message stays hidden once received: the function's timeout
   */
  static FailedEventStore create(Construct scope, FailedEvents settings, Duration visibility) {
    return switch (settings.store()) {
      case NONE -> new FailedEventStore(null, null);
      case BUCKET -> {
        IBucket given = settings.bucket();
        yield new FailedEventStore(given == null ? newBucket(scope, settings) : given, null);
      }
      case QUEUE -> {
        IQueue given = settings.queue();
        yield new FailedEventStore(
            null, given == null ? newQueue(scope, settings, visibility) : given);
      }
    };
  }

  @Nullable IBucket bucket() {
    return bucket;
  }

  @Nullable IQueue queue() {
    return queue;
  }

  Map<String, String> variables() {
    if (bucket != null) {
      return Map.of("DD_S3_BUCKET_NAME", bucket.getBucketName(), "DD_STORE_FAILED_EVENTS", "true");
    }
    if (queue != null) {
      return Map.of("DD_SQS_QUEUE_URL", queue.getQueueUrl(), "DD_STORE_FAILED_EVENTS", "true");
    }
    return Map.of();
  }

  void grantTo(IGrantable grantee) {
    if (bucket != null) {
      grantBucket(grantee, bucket);
    }
    if (queue != null) {
      Grants.allow(
          grantee,
          "KeepFailedEvents",
          queue.getQueueArn(),
          "sqs:SendMessage",
          "sqs:ReceiveMessage",
          "sqs:DeleteMessage",
          "sqs:ChangeMessageVisibility");
      grantKey(grantee, queue.getEncryptionMasterKey());
    }
  }

  private static void grantBucket(IGrantable grantee, IBucket bucket) {
    grantee
        .getGrantPrincipal()
        .addToPrincipalPolicy(
            PolicyStatement.Builder.create()
                .sid("KeepFailedEvents")
                .actions(List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject"))
                .resources(
                    List.of(bucket.arnForObjects(FOLDER + "*"), bucket.arnForObjects(CACHE + "*")))
                .build());
    PolicyStatement list =
        Grants.statement("ListFailedEvents", bucket.getBucketArn(), "s3:ListBucket");
    list.addCondition("StringLike", Map.of("s3:prefix", List.of(FOLDER + "*", CACHE + "*")));
    grantee.getGrantPrincipal().addToPrincipalPolicy(list);
    grantKey(grantee, bucket.getEncryptionKey());
  }

  private static void grantKey(IGrantable grantee, @Nullable IKey key) {
    if (key != null) {
      key.grantEncryptDecrypt(grantee);
    }
  }

  /** A new bucket that nobody else reads, for whose contents the settings' expiry holds. */
  public static Bucket newBucket(Construct scope, FailedEvents settings) {
    IKey key = settings.encryptionKey();
    return Bucket.Builder.create(scope, "FailedEvents")
        .encryption(key == null ? BucketEncryption.KMS_MANAGED : BucketEncryption.KMS)
        .encryptionKey(key)
        .bucketKeyEnabled(true)
        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
        .enforceSsl(true)
        .serverAccessLogsBucket(settings.accessLogs())
        .serverAccessLogsPrefix(settings.accessLogs() == null ? null : ACCESS_LOG_PREFIX)
        .lifecycleRules(List.of(expiry(settings.keepDays()), unfinishedUploads()))
        .build();
  }

  private static LifecycleRule expiry(int days) {
    return LifecycleRule.builder()
        .id("ExpireFailedEvents")
        .prefix(FOLDER)
        .expiration(Duration.days(days))
        .build();
  }

  private static LifecycleRule unfinishedUploads() {
    return LifecycleRule.builder()
        .id("DropUnfinishedUploads")
        .abortIncompleteMultipartUploadAfter(Duration.days(7))
        .build();
  }

  private static Queue newQueue(Construct scope, FailedEvents settings, Duration visibility) {
    IKey key = settings.encryptionKey();
    return Queue.Builder.create(scope, "FailedEvents")
        .encryption(key == null ? QueueEncryption.SQS_MANAGED : QueueEncryption.KMS)
        .encryptionMasterKey(key)
        .enforceSsl(true)
        .retentionPeriod(Duration.days(settings.keepDays()))
        .visibilityTimeout(visibility)
        .build();
  }
}
