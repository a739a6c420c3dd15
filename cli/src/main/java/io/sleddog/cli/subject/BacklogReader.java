package io.sleddog.cli.subject;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Paging;
import io.sleddog.cli.aws.ServiceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks what a forwarder has stored. */
public final class BacklogReader {
  private static final String FOLDER = "failed_events/";
  private static final String QUARANTINE = "/quarantine/";
  private static final int ENOUGH = 10_000;
  private static final List<String> COUNTS =
      List.of("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible");

  private BacklogReader() {}

  /**
   * Looks into the forwarder's bucket or queue.
   *
   * @param configuration the forwarder's
   * @return nothing if nobody may look there; at most some ten thousand batches are counted
   */
  public static Optional<Backlog> read(Cloud cloud, JsonNode configuration, String region) {
    JsonNode variables = configuration.path("Environment").path("Variables");
    String queue = variables.path("DD_SQS_QUEUE_URL").asText("");
    String bucket = variables.path("DD_S3_BUCKET_NAME").asText("");
    try {
      if (!queue.isEmpty()) {
        return Optional.of(ofQueue(cloud, queue, region));
      }
      return Optional.of(
          bucket.isEmpty()
              ? new Backlog("", 0, 0)
              : ofBucket(cloud, bucket, folder(configuration), region));
    } catch (AwsFailure e) {
      if (e.isSignedOut()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Several of our forwarders may share a bucket; Datadog's has no folder of its own. */
  private static String folder(JsonNode configuration) {
    boolean isOurs = configuration.path("Handler").asText("").startsWith("io.sleddog.");
    return isOurs ? FOLDER + configuration.path("FunctionName").asText() + "/" : FOLDER;
  }

  private static Backlog ofQueue(Cloud cloud, String queue, String region) {
    JsonNode attributes =
        cloud
            .service(ServiceName.SQS, region)
            .call("GetQueueAttributes", Map.of("QueueUrl", queue, "AttributeNames", COUNTS))
            .path("Attributes");
    int waiting = COUNTS.stream().mapToInt(it -> attributes.path(it).asInt(0)).sum();
    return new Backlog(queue, waiting, 0);
  }

  private static Backlog ofBucket(Cloud cloud, String bucket, String folder, String region) {
    List<JsonNode> objects =
        Paging.CONTINUATION_TOKEN.upTo(
            ENOUGH,
            cloud.service(ServiceName.S3, region),
            "ListObjectsV2",
            Map.of("Bucket", bucket, "Prefix", folder),
            "Contents");
    Stream<String> keys = objects.stream().map(it -> it.path("Key").asText());
    int quarantined = (int) keys.filter(it -> it.contains(QUARANTINE)).count();
    return new Backlog("s3://" + bucket + "/" + folder, objects.size() - quarantined, quarantined);
  }
}
