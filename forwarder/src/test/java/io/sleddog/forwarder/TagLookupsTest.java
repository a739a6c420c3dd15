package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.FakeAwsServer;
import io.sleddog.forwarder.fixture.FakeContext;
import io.sleddog.forwarder.fixture.RecordingIntake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tags that AWS keeps, from the event to the intakes. */
class TagLookupsTest {
  private static final String FORWARDER = "forwardername:test_function,forwarder_version:0.1.0";
  private static final String REPORT =
      "REPORT RequestId: 1 Duration: 3.00 ms Billed Duration: 4 ms Memory Size: 128 MB"
          + " Max Memory Used: 64 MB";
  private static final String METRIC = "{\"m\":\"orders\",\"v\":2,\"e\":1583425836,\"t\":[]}";
  private static final String TRACE =
      "{\"traces\":[[{\"trace_id\":\"1f\",\"span_id\":\"2\",\"parent_id\":\"0\",\"name\":\"n\"}]]}";

  private final RecordingIntake intake = new RecordingIntake();
  private final FakeAwsServer aws = new FakeAwsServer(Clock.systemUTC());
  private final Map<String, String> environment = intake.environment();
  private final FakeContext context = new FakeContext();

  TagLookupsTest() {
    environment.putAll(aws.environment());
    aws.tag(arn("lambda", "function:Orders"), tags("Team", "Shop", "Env", "prod", "service", "sv"));
    aws.tag(arn("logs", "log-group:/aws/lambda/Orders"), tags("owner", "ops"));
    aws.tag(arn("logs", "log-group:app"), tags("service", "app"));
    aws.tag(arn("states", "stateMachine:Flow"), tags("flow", "yes"));
    aws.tag("arn:aws:s3:::b", tags("cost", "1"));
  }

  @AfterEach
  void stop() {
    intake.close();
    aws.close();
  }

  @Test
  void function_allItWrites_hasItsTags() throws IOException {
    environment.put("DD_FETCH_LAMBDA_TAGS", "true");

    handle(subscription("/aws/lambda/Orders", "s", "text", METRIC, TRACE, REPORT));

    JsonNode log = intake.logs().get(0);
    assertThat(log.get("ddtags").asText())
        .isEqualTo(
            FORWARDER
                + ",aws_account:012345678912,env:prod,functionname:orders,region:us-east-1"
                + ",service:sv,team:shop");
    assertThat(log.get("service").asText()).isEqualTo("sv");
    assertThat(series("orders").get("tags").toString()).contains("\"team:shop\"");
    assertThat(series("aws.lambda.enhanced.duration").get("tags").toString())
        .isEqualTo(
            "[\"memorysize:128\",\"cold_start:false\",\"region:us-east-1\","
                + "\"aws_account:012345678912\",\"functionname:orders\","
                + "\"team:shop\",\"env:prod\",\"service:sv\"]");
    JsonNode payload = intake.traces().get(0).at("/tracerPayloads/0");
    assertThat(payload.get("env").asText()).isEqualTo("prod");
    assertThat(payload.at("/chunks/0/spans/0/meta/team").asText()).isEqualTo("shop");
  }

  @Test
  void function_serviceOfTheUser_staysBeforeTheFunctionsTag() throws IOException {
    environment.put("DD_FETCH_LAMBDA_TAGS", "true");
    environment.put("DD_TAGS", "service:mine,env:none");

    handle(subscription("/aws/lambda/Orders", "s", "text"));

    JsonNode log = intake.logs().get(0);
    assertThat(log.get("service").asText()).isEqualTo("mine");
    assertThat(log.get("ddtags").asText()).doesNotContain("service:sv").doesNotContain("env:none");
  }

  @Test
  void logGroup_tags_standBehindTheForwarders() throws IOException {
    environment.put("DD_FETCH_LOG_GROUP_TAGS", "true");

    handle(subscription("/aws/lambda/Orders", "s", "text"));
    handle(subscription("app", "s", "text"));

    assertThat(intake.logs().get(0).get("ddtags").asText())
        .startsWith(FORWARDER + ",owner:ops,env:none,aws_account:");
    assertThat(intake.logs().get(1).get("ddtags").asText()).isEqualTo(FORWARDER + ",service:app");
    assertThat(intake.logs().get(1).get("service").asText()).isEqualTo("app");
  }

  @Test
  void bucket_tags_standBeforeAll() throws IOException {
    environment.put("DD_FETCH_S3_TAGS", "true");
    aws.put("b/k", "line");

    handle(
        "{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"k\"}}}]}"
            .getBytes(StandardCharsets.UTF_8));

    assertThat(intake.logs().get(0).get("ddtags").asText()).isEqualTo("cost:1," + FORWARDER);
  }

  @Test
  void stateMachine_logs_areItsOwn() throws IOException {
    environment.put("DD_FETCH_STEP_FUNCTIONS_TAGS", "true");
    environment.put("DD_STEP_FUNCTIONS_TRACE_ENABLED", "true");

    handle(subscription("/aws/vendedlogs/states/x", "states/Flow/2026-01-31-12-00/1", "{}"));

    JsonNode log = intake.logs().get(0);
    assertThat(log.get("ddsource").asText()).isEqualTo("stepfunction");
    assertThat(log.get("service").asText()).isEqualTo("stepfunction");
    assertThat(log.get("host").asText()).isEqualTo(arn("states", "stateMachine:Flow"));
    assertThat(log.get("ddtags").asText())
        .isEqualTo(FORWARDER + ",flow:yes,dd_step_functions_trace_enabled:true");
  }

  @Test
  void everythingRefused_logsGoOnWithoutTags() throws IOException {
    environment.put("DD_FETCH_LAMBDA_TAGS", "true");
    environment.put("DD_S3_BUCKET_NAME", "b");
    aws.deny("");

    handle(subscription("/aws/lambda/Orders", "s", "text"));

    assertThat(intake.logs()).hasSize(1);
    assertThat(context.logged()).contains("client_error=1");
  }

  private JsonNode series(String name) {
    return intake.series().stream()
        .filter(series -> series.get("metric").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void handle(byte[] event) throws IOException {
    new ForwarderHandler(ForwarderConfig.from(environment), "test_function", millis -> {})
        .handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), context);
  }

  private static byte[] subscription(String group, String stream, String... messages) {
    return Events.ownedBy("012345678912", group, stream, messages);
  }

  private static Map<String, String> tags(String... pairs) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      tags.put(pairs[i], pairs[i + 1]);
    }
    return tags;
  }

  private static String arn(String service, String resource) {
    return "arn:aws:" + service + ":us-east-1:012345678912:" + resource;
  }
}
