package io.sleddog.forwarder.config;

/**
 * Where undelivered batches are kept.
 *
 * @param enabled whether they are kept at all
 * @param bucket the bucket's name; empty for none
 * @param queueUrl the address of the queue, which is preferred; empty for none
 */
public record StorageSettings(boolean enabled, String bucket, String queueUrl) {

  static StorageSettings from(Environment environment) {
    boolean enabled = environment.flag("DD_STORE_FAILED_EVENTS", false);
    String bucket = environment.text("DD_S3_BUCKET_NAME", "").strip();
    String queue = environment.text("DD_SQS_QUEUE_URL", "").strip();
    if (enabled && bucket.isEmpty() && queue.isEmpty()) {
      environment.problem(
          "DD_STORE_FAILED_EVENTS", "needs DD_S3_BUCKET_NAME or DD_SQS_QUEUE_URL to store in");
    }
    if (enabled && !queue.isEmpty()) {
      environment.url("DD_SQS_QUEUE_URL", "");
    }
    if (enabled && queue.endsWith(".fifo")) {
      environment.problem("DD_SQS_QUEUE_URL", "is a FIFO queue; only standard queues can be used");
    }
    return new StorageSettings(enabled, bucket, queue);
  }
}
