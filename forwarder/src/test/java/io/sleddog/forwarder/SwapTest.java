package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.config.ApiKeySettings;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.FakeAwsServer;
import io.sleddog.forwarder.fixture.FakeContext;
import io.sleddog.forwarder.fixture.RecordingIntake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A function that was set up for Datadog's own forwarder, with our code in it. */
class SwapTest {

  @Test
  void from_templateWithItsDefaults_hasNothingToSay() {
    ForwarderConfig config = ForwarderConfig.from(defaults());

    assertThat(config.warnings()).isEmpty();
    assertThat(config.apiKey().place()).isEqualTo(ApiKeySettings.Place.SECRETS_MANAGER);
    assertThat(config.intakes().logs())
        .isEqualTo("https://http-intake.logs.datadoghq.com/api/v2/logs");
    assertThat(config.tags().functions()).isTrue();
    assertThat(config.tags().bucket()).isEqualTo("forwarder-bucket");
    assertThat(config.storage().enabled()).isFalse();
    assertThat(config.verbose()).isFalse();
  }

  @Test
  void from_templateWithoutABucket_hasNothingToSay() {
    Map<String, String> variables = defaults();
    variables.put("DD_S3_BUCKET_NAME", "");
    variables.put("DD_FETCH_LAMBDA_TAGS", "false");

    assertThat(ForwarderConfig.from(variables).warnings()).isEmpty();
  }

  @Test
  void from_templateWithEveryParameter_hasNothingToSay() {
    Map<String, String> variables = defaults();
    variables.putAll(everyParameter());

    ForwarderConfig config = ForwarderConfig.from(variables);

    assertThat(config.warnings()).isEmpty();
    assertThat(config.intakes().logs()).isEqualTo("http://intake.example:8080/api/v2/logs");
    assertThat(config.additions().tags()).isEqualTo("env:prod,team:a");
    assertThat(config.furtherFunctions()).hasSize(2);
    assertThat(config.storage().enabled()).isTrue();
    assertThat(config.network().verifyTls()).isFalse();
  }

  @Test
  void handleRequest_templateWithItsDefaults_forwardsWithTheTagsOfTheFunction() throws IOException {
    try (RecordingIntake intake = new RecordingIntake();
        FakeAwsServer aws = new FakeAwsServer(Clock.systemUTC())) {
      aws.tag(
          "arn:aws:lambda:us-east-1:012345678912:function:orders", Map.of("Team", "Shop Floor"));
      Map<String, String> variables = defaults();
      variables.remove("DD_API_KEY_SECRET_ARN");
      variables.putAll(aws.environment());
      variables.putAll(intake.environment());
      variables.put("DD_LOG_LEVEL", "WARN");
      FakeContext context = new FakeContext();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();

      new ForwarderHandler(ForwarderConfig.from(variables), "test_function", millis -> {})
          .handleRequest(
              new ByteArrayInputStream(
                  Events.ownedBy("012345678912", "/aws/lambda/orders", "s", "text")),
              answer,
              context);

      assertThat(answer).hasToString("null");
      assertThat(context.logged()).isEmpty();
      assertThat(intake.logs())
          .singleElement()
          .satisfies(log -> assertThat(log.get("ddtags").asText()).contains("team:shop_floor"));
    }
  }

  /** What the template puts into the environment if only the API key is given. */
  private static Map<String, String> defaults() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("AWS_REGION", "us-east-1");
    variables.put("DD_ENHANCED_METRICS", "false");
    variables.put("DD_API_KEY_SECRET_ARN", "arn:aws:secretsmanager:us-east-1:1:secret:key-AbCdEf");
    variables.put("DD_S3_BUCKET_NAME", "forwarder-bucket");
    variables.put("DD_SITE", "datadoghq.com");
    variables.put("DD_TAGS_CACHE_TTL_SECONDS", "300");
    variables.put("DD_FETCH_LAMBDA_TAGS", "true");
    variables.put("DD_ENRICH_S3_TAGS", "true");
    variables.put("DD_ENRICH_CLOUDWATCH_TAGS", "true");
    variables.put("DD_USE_VPC", "false");
    variables.put("DD_LOG_LEVEL", "WARN");
    variables.put("DD_TRACE_ENABLED", "false");
    variables.put("DD_FORWARD_LOG", "true");
    variables.put("DD_USE_COMPRESSION", "true");
    variables.put("DD_COMPRESSION_LEVEL", "6");
    variables.put("DD_MAX_WORKERS", "20");
    variables.put("DD_STORE_FAILED_EVENTS", "false");
    return variables;
  }

  /** All that the template can put there, those of earlier releases included. */
  private static Map<String, String> everyParameter() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("DD_TAGS", "env:prod, team:a,");
    variables.put("DD_SOURCE", "mine");
    variables.put("DD_FETCH_LOG_GROUP_TAGS", "true");
    variables.put("DD_FETCH_S3_TAGS", "true");
    variables.put("DD_FETCH_STEP_FUNCTIONS_TAGS", "true");
    variables.put("DD_STEP_FUNCTIONS_TRACE_ENABLED", "true");
    variables.put("DD_USE_TCP", "false");
    variables.put("DD_USE_PRIVATE_LINK", "false");
    variables.put("DD_NO_SSL", "true");
    variables.put("DD_URL", "intake.example");
    variables.put("DD_PORT", "8080");
    variables.put("DD_API_URL", "https://api.example");
    variables.put("DD_TRACE_INTAKE_URL", "https://trace.example");
    variables.put("DD_STORE_FAILED_EVENTS", "true");
    variables.put("DD_SQS_QUEUE_URL", "https://sqs.us-east-1.amazonaws.com/1/failed");
    variables.put("REDACT_IP", "true");
    variables.put("REDACT_EMAIL", "true");
    variables.put("DD_SCRUBBING_RULE", "(?P<start>key=)(?!none)\\S+");
    variables.put("DD_SCRUBBING_RULE_REPLACEMENT", "\\g<start>***");
    variables.put("EXCLUDE_AT_MATCH", "(START|END) RequestId");
    variables.put("INCLUDE_AT_MATCH", "^(?!.*healthcheck).*$");
    variables.put("DD_MULTILINE_LOG_REGEX_PATTERN", "\\d{4}-\\d{2}-\\d{2}");
    variables.put("DD_SKIP_SSL_VALIDATION", "true");
    variables.put("HTTP_PROXY", "http://proxy.example:3128");
    variables.put("HTTPS_PROXY", "http://proxy.example:3128");
    variables.put("NO_PROXY", "169.254.169.254,.internal");
    variables.put(
        "DD_ADDITIONAL_TARGET_LAMBDAS",
        "arn:aws:lambda:us-east-1:1:function:a,arn:aws:lambda:us-east-1:1:function:b");
    variables.put("DD_USE_VPC", "true");
    return variables;
  }
}
