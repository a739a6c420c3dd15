package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.subject.Activity;
import io.sleddog.cli.subject.BacklogReader;
import io.sleddog.cli.subject.Grants;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads what is to be known of a forwarder. What nobody may read is not known. */
final class ForwarderReader {
  private final Cloud cloud;
  private final LineReader lines;
  private final Instant now;

  /**
   * Creates it.
   *
   * @param cloud where it is
   * @param lines reads its log
   * @param now the time
   */
  ForwarderReader(Cloud cloud, LineReader lines, Instant now) {
    this.cloud = cloud;
    this.lines = lines;
    this.now = now;
  }

  LineReader lines() {
    return lines;
  }

  Instant now() {
    return now;
  }

  /**
   * Reads the forwarder.
   *
   * @param arn its ARN or name
   */
  ForwarderFacts read(String arn, String region) {
    Service lambda = cloud.service(ServiceName.LAMBDA, region);
    Map<String, String> input = Map.of("FunctionName", arn);
    try {
      JsonNode configuration = lambda.call("GetFunctionConfiguration", input);
      return new ForwarderFacts(
          arn,
          Optional.of(configuration),
          false,
          grants(lambda, input),
          number(lambda, "GetFunctionConcurrency", input, "/ReservedConcurrentExecutions"),
          number(
              lambda,
              "GetAccountSettings",
              Map.of(),
              "/AccountLimit/UnreservedConcurrentExecutions"),
          BacklogReader.read(cloud, configuration, region),
          doings(configuration, region));
    } catch (AwsFailure e) {
      return ForwarderFacts.unread(arn, unlessSignedOut(e).isNotFound());
    }
  }

  private ForwarderFacts.Doings doings(JsonNode configuration, String region) {
    String name = configuration.path("FunctionName").asText();
    String own = configuration.path("LoggingConfig").path("LogGroup").asText("");
    String group = own.isEmpty() ? "/aws/lambda/" + name : own;
    Activity.Question question = Activity.ofFunction(name);
    return new ForwarderFacts.Doings(
        lines.read(group, region), Activity.read(cloud, region, question, lines.since(), now));
  }

  private static Optional<Grants> grants(Service lambda, Map<String, ?> input) {
    try {
      JsonNode policy = lambda.call("GetPolicy", input);
      return Optional.of(new Grants(Json.parse(policy.path("Policy").asText("{}"))));
    } catch (AwsFailure e) {
      return unlessSignedOut(e).isNotFound() ? Optional.of(Grants.none()) : Optional.empty();
    }
  }

  private static Optional<Integer> number(
      Service lambda, String operation, Map<String, ?> input, String pointer) {
    try {
      JsonNode number = lambda.call(operation, input).at(pointer);
      return number.isNumber() ? Optional.of(number.asInt()) : Optional.empty();
    } catch (AwsFailure e) {
      unlessSignedOut(e);
      return Optional.empty();
    }
  }

  private static AwsFailure unlessSignedOut(AwsFailure failure) {
    if (failure.isSignedOut()) {
      throw failure;
    }
    return failure;
  }
}
