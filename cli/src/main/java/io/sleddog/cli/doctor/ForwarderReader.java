package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.target.Grants;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what can be known of a forwarder. */
final class ForwarderReader {
  private static final int COUNTED = 1000;

  private final Cloud cloud;
  private final LineReader lines;

  ForwarderReader(Cloud cloud, LineReader lines) {
    this.cloud = cloud;
    this.lines = lines;
  }

  ForwarderFacts read(String arn, String region) {
    Service lambda = cloud.service(ServiceName.LAMBDA, region);
    Map<String, String> input = Map.of("FunctionName", arn);
    Optional<JsonNode> configuration = ask(lambda, "GetFunctionConfiguration", input);
    Optional<Grants> grants = grants(lambda, input);
    Optional<Integer> reserved =
        ask(lambda, "GetFunctionConcurrency", input)
            .filter(it -> it.has("ReservedConcurrentExecutions"))
            .map(it -> it.path("ReservedConcurrentExecutions").asInt());
    String name = configuration.map(it -> it.path("FunctionName").asText()).orElse("");
    List<String> written = name.isEmpty() ? List.of() : lines.read("/aws/lambda/" + name, region);
    Optional<Integer> parked = configuration.flatMap(it -> parked(it, region));
    return new ForwarderFacts(arn, configuration, grants, reserved, written, parked);
  }

  /** A function without a policy lets nobody in; one whose policy nobody may read is unknown. */
  private static Optional<Grants> grants(Service lambda, Map<String, ?> input) {
    try {
      JsonNode policy = lambda.call("GetPolicy", input);
      return Optional.of(new Grants(Json.parse(policy.path("Policy").asText("{}"))));
    } catch (AwsFailure e) {
      if (e.isSignedOut()) {
        throw e;
      }
      return e.isNotFound() ? Optional.of(Grants.none()) : Optional.empty();
    }
  }

  private Optional<Integer> parked(JsonNode configuration, String region) {
    JsonNode variables = configuration.path("Environment").path("Variables");
    String queue = variables.path("DD_SQS_QUEUE_URL").asText("");
    if (!queue.isEmpty()) {
      Map<String, Object> input =
          Map.of("QueueUrl", queue, "AttributeNames", List.of("ApproximateNumberOfMessages"));
      return ask(cloud.service(ServiceName.SQS, region), "GetQueueAttributes", input)
          .map(it -> it.path("Attributes").path("ApproximateNumberOfMessages").asInt());
    }
    String bucket = variables.path("DD_S3_BUCKET_NAME").asText("");
    if (bucket.isEmpty()) {
      return Optional.of(0);
    }
    Map<String, Object> input =
        Map.of("Bucket", bucket, "Prefix", "failed_events/", "MaxKeys", COUNTED);
    return ask(cloud.service(ServiceName.S3, region), "ListObjectsV2", input)
        .map(it -> it.path("Contents").size());
  }

  /** The answer; empty if the thing is not there, or nobody may ask. */
  private static Optional<JsonNode> ask(Service service, String operation, Map<String, ?> input) {
    try {
      return Optional.of(service.call(operation, input));
    } catch (AwsFailure e) {
      if (e.isSignedOut()) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
