package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.FakeContext;
import io.sleddog.forwarder.fixture.Fault;
import io.sleddog.forwarder.fixture.FaultyIntake;
import io.sleddog.forwarder.fixture.MemoryS3;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong, neither a word of a log nor a secret is in what the function says. */
class SilenceTest {
  private static final String PAYLOAD = "marmalade";
  private static final String SECRET = "horseradish";
  private static final String KEY = SECRET + SECRET + "0123456789";

  private final FaultyIntake intake = new FaultyIntake();
  private final FaultyIntake aws = new FaultyIntake();
  private final MemoryS3 bucket = new MemoryS3();

  @AfterEach
  void stop() {
    intake.close();
    aws.close();
    bucket.close();
  }

  /** Events of every kind, good ones and broken ones. */
  static List<byte[]> events() {
    String text = "\"" + PAYLOAD + "\"";
    String json = "{\"" + PAYLOAD + "\": " + text + "}";
    return List.of(
        Events.cloudWatch("g", "s", PAYLOAD, json, "{\"ddtags\":\"a:" + PAYLOAD + "\"}"),
        Events.cloudWatch(
            "/aws/lambda/f",
            "s",
            "{\"m\":\"" + PAYLOAD + "\",\"v\":1,\"e\":1,\"t\":[" + text + "]}",
            "{\"traces\":[[{\"trace_id\":\"1\",\"name\":" + text + ",\"resource\":" + text + "}]]}",
            "{\"traces\":[[{\"trace_id\":\"1\",\"start\":" + text + "}]]}",
            "{\"m\":1,\"v\":" + text + ",\"e\":" + PAYLOAD + ",\"t\":[]}"),
        Events.subscription("{\"logEvents\":[{\"message\":" + PAYLOAD + "},{\"x\":" + text + "}]}"),
        Events.subscription(PAYLOAD),
        bytes("{\"awslogs\":{\"data\":" + text + "}}"),
        bytes("{\"awslogs\":{\"data\":" + PAYLOAD + "}}"),
        bytes(PAYLOAD),
        bytes(json),
        bytes("{\"source\":" + text + ",\"detail\":" + json + "}"),
        records("{\"Sns\":{\"Message\":" + text + "}}"),
        records("{\"eventSource\":\"aws:sqs\",\"messageId\":\"1\",\"body\":" + text + "}"),
        records("{\"eventSource\":\"aws:sqs\",\"messageId\":\"1\",\"body\":" + json + "}"),
        records("{\"kinesis\":{\"sequenceNumber\":\"1\",\"data\":\"" + packed(PAYLOAD) + "\"}}"),
        records(object("lines")),
        records(object("values"), object("gzip"), object("missing")),
        records(object("1_CloudTrail_us-east-1_20260101T0000Z_a.json.gz")),
        records(object("aws-waf-logs")),
        bytes("{\"retry\":true}"));
  }

  /** All that an intake can do to a request. */
  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("none", Fault.status(202)),
        arguments("400", Fault.echo(400)),
        arguments("403", Fault.echo(403)),
        arguments("413", Fault.echo(413)),
        arguments("500", Fault.echo(500)),
        arguments("taken", Fault.echo(202)),
        arguments("redirect", Fault.echo(302)),
        arguments("no HTTP", Fault.garbage()),
        arguments("reset", Fault.resetAfterBody()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void handleRequest_faultOfTheIntake_saysNoWordOfLogsOrSecrets(String name, Fault fault)
      throws IOException {
    intake.always(fault);
    fill();

    assertThat(said(settings(bucket.environment()))).isNotEmpty();
  }

  /** What a service of AWS answers instead. */
  static Stream<Arguments> faultsOfAws() {
    return Stream.of(
        arguments("403", Fault.echo(403)),
        arguments("500", Fault.echo(500)),
        arguments("taken", Fault.echo(200)),
        arguments("no HTTP", Fault.garbage()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faultsOfAws")
  void handleRequest_faultOfAws_saysNoWordOfLogsOrSecrets(String name, Fault fault)
      throws IOException {
    aws.always(fault);
    intake.always(Fault.status(503));
    Map<String, String> settings = settings(throughAws());
    settings.remove("DD_API_KEY");
    settings.put("DD_API_KEY_SECRET_ARN", "arn:aws:secretsmanager:us-east-1:1:secret:key");

    assertThat(said(settings)).isNotEmpty();
  }

  @Test
  void handleRequest_keyThatCannotBeRead_isNotShown() throws IOException {
    for (String answer :
        List.of(
            "{\"SecretString\":" + SECRET + "}",
            "{\"SecretString\":\"" + SECRET + "\\u0000\"}",
            "{\"SecretString\":\"{\\\"DD_API_KEY\\\":" + SECRET + "}\"}")) {
      aws.always(Fault.body(answer));
      Map<String, String> settings = settings(throughAws());
      settings.remove("DD_API_KEY");
      settings.put("DD_API_KEY_SECRET_ARN", "arn:aws:secretsmanager:us-east-1:1:secret:key");

      assertThat(said(settings)).isNotEmpty();
    }
  }

  /** Puts an object of every kind into the bucket, and stored batches of either kind. */
  private void fill() {
    String folder = "failed_events/test_function/logs/";
    bucket.put("lines", PAYLOAD + "\n" + PAYLOAD);
    bucket.put("values", "{\"" + PAYLOAD + "\":1}{\"a\":" + PAYLOAD + "}");
    bucket.put("gzip", "\u001f\u008b\b" + PAYLOAD);
    bucket.put("1_CloudTrail_us-east-1_20260101T0000Z_a.json.gz", "{\"Records\":[" + PAYLOAD);
    bucket.put("aws-waf-logs", "{\"httpRequest\":{\"headers\":[" + PAYLOAD + "]}}");
    bucket.put(folder + "1", PAYLOAD);
    bucket.put(folder + "2", "[\"" + PAYLOAD + "\"," + PAYLOAD + "]");
    bucket.put(folder + "3", "{\"kind\":\"" + PAYLOAD + "\",\"items\":[" + PAYLOAD + "]}");
    bucket.put(folder + "4", "{\"kind\":\"logs\",\"attempts\":\"" + PAYLOAD + "\",\"items\":[1]}");
  }

  /** All that the function says while it handles all events. */
  private String said(Map<String, String> settings) throws IOException {
    ForwarderConfig config = ForwarderConfig.from(settings);
    ForwarderHandler handler = new ForwarderHandler(config, "test_function", millis -> {});
    StringBuilder said = new StringBuilder(config.toString());
    for (byte[] event : events()) {
      FakeContext context = new FakeContext().withRemainingMillis(3_000);
      said.append(error(handler, event, context)).append(context.logged());
    }
    assertThat(said).doesNotContainIgnoringCase(PAYLOAD).doesNotContainIgnoringCase(SECRET);
    return said.toString();
  }

  private static String error(ForwarderHandler handler, byte[] event, FakeContext context)
      throws IOException {
    StringBuilder error = new StringBuilder();
    try {
      handler.handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), context);
    } catch (DeliveryFailedException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        error.append(cause).append(List.of(cause.getSuppressed()));
      }
    }
    return error.toString();
  }

  private Map<String, String> settings(Map<String, String> awsSettings) {
    Map<String, String> settings = new LinkedHashMap<>(intake.environment());
    settings.putAll(awsSettings);
    settings.put("DD_API_KEY", KEY);
    settings.put("AWS_SECRET_ACCESS_KEY", SECRET);
    settings.put("AWS_SESSION_TOKEN", SECRET);
    settings.put("DD_STORE_FAILED_EVENTS", "true");
    settings.put("DD_S3_BUCKET_NAME", "bucket");
    settings.put("DD_ADDITIONAL_ENDPOINTS", "{\"" + url() + "\":[\"" + SECRET + "\"]}");
    settings.put(
        "DD_LOGS_CONFIG_ADDITIONAL_ENDPOINTS",
        "[{\"api_key\":\"" + SECRET + "\",\"Host\":\"127.0.0.1\",\"Port\":1}]");
    settings.put("OTEL_EXPORTER_OTLP_ENDPOINT", url());
    settings.put("OTEL_EXPORTER_OTLP_HEADERS", "authorization=" + SECRET);
    settings.put("HTTPS_PROXY", "http://user:" + SECRET + "@127.0.0.1:1");
    settings.put("NO_PROXY", "localhost");
    return settings;
  }

  private Map<String, String> throughAws() {
    Map<String, String> settings = new LinkedHashMap<>(bucket.environment());
    settings.put("AWS_ENDPOINT_URL", "http://127.0.0.1:" + aws.port());
    return settings;
  }

  private String url() {
    return "http://127.0.0.1:" + intake.port();
  }

  private static String packed(String text) {
    return Base64.getEncoder().encodeToString(Events.gzip(bytes(text)));
  }

  private static String object(String key) {
    return "{\"s3\":{\"bucket\":{\"name\":\"bucket\"},\"object\":{\"key\":\"" + key + "\"}}}";
  }

  private static byte[] records(String... records) {
    return bytes("{\"Records\":[" + String.join(",", records) + "]}");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
