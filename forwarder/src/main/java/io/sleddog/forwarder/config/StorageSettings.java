package io.sleddog.forwarder.config;

import java.net.URI;
import java.net.URISyntaxException;

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
    if (enabled && !queue.isEmpty() && !isAddress(queue)) {
      environment.warning("DD_SQS_QUEUE_URL", "is not the address of a queue, and is not used");
      queue = "";
    }
    if (enabled && bucket.isEmpty() && queue.isEmpty()) {
      environment.warning(
          "DD_STORE_FAILED_EVENTS",
          "has no effect without DD_S3_BUCKET_NAME or DD_SQS_QUEUE_URL to store in");
      enabled = false;
    }
    return new StorageSettings(enabled, bucket, queue);
  }

  private static boolean isAddress(String queue) {
    try {
      URI address = new URI(queue);
      return address.getHost() != null && String.valueOf(address.getScheme()).startsWith("http");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
