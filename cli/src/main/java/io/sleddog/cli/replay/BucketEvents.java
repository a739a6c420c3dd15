package io.sleddog.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.aws.Paging;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The objects of a bucket as S3 tells a forwarder of them when they are put there. */
public final class BucketEvents {
  /** What an address of objects begins with. */
  public static final String SCHEME = "s3://";

  /** The key is taken as it is: a percent sign in it is a percent sign. */
  private static final Pattern ADDRESS =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]*)(?:/(.*))?", Pattern.DOTALL);

  private final String bucket;
  private final String prefix;

  private BucketEvents(String bucket, String prefix) {
    this.bucket = bucket;
    this.prefix = prefix;
  }

  /**
   * Takes an address such as {@code s3://logs/2026/} apart.
   *
   * @throws Problem if no bucket is named
   */
  public static BucketEvents of(String address) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      throw Problem.usage(
          "replay-address",
          "\"" + address + "\" names no bucket",
          "Write s3://BUCKET/PREFIX, such as s3://logs/2026/01/");
    }
    return new BucketEvents(parts.group(1), parts.group(2) == null ? "" : parts.group(2));
  }

  /**
   * The events, one an object.
   *
   * @param objects S3 in the bucket's region
   * @param region the bucket's region
   * @throws io.sleddog.cli.aws.AwsFailure if the bucket is not there, or may not be read
   */
  public List<ReplayEvent> read(Service objects, String region, Choice choice) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("Bucket", bucket);
    input.put("Prefix", prefix);
    List<JsonNode> found =
        Paging.CONTINUATION_TOKEN.all(objects, "ListObjectsV2", input, "Contents");
    return found.stream()
        .filter(it -> !it.path("Key").asText().endsWith("/"))
        .filter(it -> choice.isRecent(time(it, choice)))
        .limit(choice.limit())
        .map(it -> event(it, region, choice))
        .toList();
  }

  private String arn(String region) {
    String partition =
        region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    return "arn:" + partition + ":s3:::" + bucket;
  }

  private static Instant time(JsonNode object, Choice choice) {
    String time = object.path("LastModified").asText("");
    return time.isEmpty() ? choice.now() : Instant.parse(time);
  }

  private ReplayEvent event(JsonNode object, String region, Choice choice) {
    String key = object.path("Key").asText();
    ObjectNode event = Json.object();
    ObjectNode item =
        event
            .putArray("Records")
            .addObject()
            .put("eventVersion", "2.1")
            .put("eventSource", "aws:s3")
            .put("awsRegion", region)
            .put("eventTime", time(object, choice).toString())
            .put("eventName", "ObjectCreated:Put")
            .putObject("s3");
    item.putObject("bucket").put("name", bucket).put("arn", arn(region));
    item.putObject("object")
        .put("key", URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/"))
        .put("size", object.path("Size").asLong(0));
    return new ReplayEvent(SCHEME + bucket + "/" + key, Json.line(event));
  }
}
