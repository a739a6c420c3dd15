package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import io.sleddog.cli.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code sleddog doctor} as a whole. */
class DoctorTest {
  private static final String REGION = "eu-west-1";
  private static final String FORWARDER = FakeLambda.arn("Forwarder", REGION);
  private static final String GROUP = "/aws/lambda/orders";
  private static final long NOW = 1_767_323_045_000L;

  private final FakeAws aws = new FakeAws();
  private final Console console;

  DoctorTest(@TempDir Path folder) {
    this.console = new Console(folder, aws);
  }

  /** Everything as it should be. */
  @BeforeEach
  void fill() {
    aws.lambda().layerUpTo(1);
    variables(aws.lambda().add("Forwarder", REGION).put("Timeout", 120))
        .put("DD_API_KEY", "0123456789abcdef0123456789abcdef")
        .put("DD_FETCH_LAMBDA_TAGS", "true");
    aws.lambda().add("orders", REGION);
    aws.logs().add(GROUP);
    console.run("lambda", "instrument", "-f", "orders", "--forwarder", FORWARDER);
    aws.logs().event(GROUP, NOW, "{\"m\":\"a\",\"v\":1,\"e\":1767323045,\"t\":[]}");
    aws.logs().event(GROUP, NOW, report(100));
    aws.logs().event("/aws/lambda/Forwarder", NOW, report(100));
  }

  @Test
  void doctor_healthy_findsNothing() {
    assertThat(console.run("doctor", "-f", "orders")).isZero();
    Golden.assertSame("doctor-healthy.txt", console.out());
  }

  @Test
  void doctor_notSubscribed_saysHowToSubscribe() {
    console.run("logs", "unsubscribe", "--log-group", GROUP);

    assertThat(console.run("doctor", "-f", "orders", "--forwarder", FORWARDER)).isEqualTo(3);
    Golden.assertSame("doctor-not-subscribed.txt", console.out());
    assertThat(findings("--rule", "SD-LOG-001")).containsExactly("SD-LOG-001");
  }

  @Test
  void doctor_functionNotInstrumented_isSeen() {
    aws.lambda().function("orders", REGION).put("Handler", "a.B");
    assertThat(findings()).containsExactly("SD-FN-004");
  }

  @Test
  void doctor_variablesThatSwitchOff_areSeen() {
    variables(aws.lambda().function("orders", REGION))
        .put("DD_FLUSH_TO_LOG", "false")
        .put("DD_TRACE_ENABLED", "false")
        .put("DD_ENHANCED_METRICS", "false");
    assertThat(findings()).containsExactly("SD-FN-005", "SD-FN-022", "SD-FWD-030");
  }

  @Test
  void doctor_extension_isSeen() {
    aws.lambda()
        .function("orders", REGION)
        .withArray("/Layers")
        .addObject()
        .put("Arn", "arn:aws:lambda:eu-west-1:464622532012:layer:Datadog-Extension:9");
    assertThat(findings()).containsExactly("SD-FN-006");
  }

  @Test
  void doctor_jsonLogWithoutLambdasRecords_isSeen() {
    aws.lambda()
        .function("orders", REGION)
        .putObject("LoggingConfig")
        .put("LogFormat", "JSON")
        .put("SystemLogLevel", "WARN");
    assertThat(findings()).containsExactly("SD-LOG-021");
  }

  @Test
  void doctor_customLogGroup_isTheOneThatIsLookedAt() {
    aws.lambda().function("orders", REGION).putObject("LoggingConfig").put("LogGroup", "/shop");
    assertThat(findings()).containsExactly("SD-LOG-010");
  }

  @Test
  void doctor_foreignFilters_areNamed() {
    console.run("logs", "unsubscribe", "--log-group", GROUP);
    aws.logs().filter(GROUP, "one", "arn:aws:kinesis:eu-west-1:1:stream/a");
    aws.logs().filter(GROUP, "two", "arn:aws:logs:x");
    assertThat(findings()).containsExactly("SD-LOG-001", "SD-LOG-008", "SD-LOG-028");
  }

  @Test
  void doctor_filterElsewhereOrGone_isSeen() {
    console.run("logs", "unsubscribe", "--log-group", GROUP);
    aws.logs().filter(GROUP, "old", "arn:aws:lambda:us-east-1:1:function:old");
    assertThat(findings()).containsExactly("SD-LOG-012", "SD-LOG-014");
  }

  @Test
  void doctor_classWithoutSubscriptionsAndPattern_areSeen() {
    aws.logs().add(GROUP).put("logGroupClass", "INFREQUENT_ACCESS");
    aws.logs().filtersOf(GROUP).values().forEach(it -> it.put("filterPattern", "ERROR"));
    assertThat(findings()).containsExactly("SD-LOG-027", "SD-LOG-013");
  }

  @Test
  void doctor_forwardersSettings_areSeen() {
    variables(aws.lambda().function("Forwarder", REGION))
        .put("DD_API_KEY", "<YOUR_API_KEY>")
        .put("DD_FORWARD_LOG", "false")
        .put("DD_FETCH_LAMBDA_TAGS", "false");
    assertThat(findings()).containsExactly("SD-KEY-002", "SD-FWD-019", "SD-FWD-025");
  }

  @Test
  void doctor_forwardersLog_isRead() {
    aws.lambda()
        .function("Forwarder", REGION)
        .putObject("VpcConfig")
        .putArray("SubnetIds")
        .add("subnet-1");
    aws.logs().event("/aws/lambda/Forwarder", NOW, "AccessDeniedException: no");
    aws.logs().event("/aws/lambda/Forwarder", NOW, "Task timed out after 120.00 seconds");
    aws.logs().event("/aws/lambda/Forwarder", NOW, report(512));
    assertThat(findings()).containsExactly("SD-KEY-015", "SD-FWD-007", "SD-FWD-016", "SD-FWD-018");
  }

  @Test
  void doctor_parkedEvents_areCounted() {
    variables(aws.lambda().function("Forwarder", REGION)).put("DD_S3_BUCKET_NAME", "bucket");
    aws.fail("ListObjectsV2", "bucket", "AccessDenied");
    assertThat(console.run("doctor", "-f", "orders")).isZero();
    assertThat(console.out()).contains("unknown SD-FWD-020");
  }

  @Test
  void doctor_policyUnreadable_isUnknownAndNoFinding() {
    aws.fail("GetPolicy", "Forwarder", "AccessDeniedException");

    assertThat(console.run("doctor", "-f", "orders")).isZero();
    assertThat(console.out()).contains("unknown SD-LOG-009");
  }

  @Test
  void doctor_iam_printsAPolicyThatNamesEveryCall() {
    assertThat(console.run("doctor", "--iam")).isZero();
    Golden.assertSame("doctor-iam.txt", console.out());
  }

  @Test
  void lines_withoutAFile_saysSo() {
    assertThat(console.run("doctor", "--lines", "none.log")).isEqualTo(2);
    assertThat(console.err()).contains("cannot be read");
    assertThat(aws.calls()).isNotEmpty();
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/lines"))) {
      return files.sorted().toList();
    }
  }

  /** Each file shows the one cause that it is named for. */
  @ParameterizedTest
  @MethodSource("samples")
  void lines_sample_showsItsCause(Path sample) {
    String expected = sample.getFileName().toString().replace(".txt", "");

    int status = console.run("doctor", "--lines", sample.toAbsolutePath().toString(), "--json");

    List<String> found = ids(Json.parse(console.out()));
    assertThat(found).isEqualTo(expected.equals("healthy") ? List.of() : List.of(expected));
    assertThat(status).isEqualTo(found.isEmpty() ? 0 : 3);
  }

  private List<String> findings(String... more) {
    List<String> words = new ArrayList<>(List.of("doctor", "-f", "orders", "--json"));
    words.addAll(List.of(more));
    assertThat(console.run(words.toArray(String[]::new))).isEqualTo(3);
    return ids(Json.parse(console.out()));
  }

  private static List<String> ids(JsonNode envelope) {
    List<String> ids = new ArrayList<>();
    envelope
        .at("/result/subjects/0/rules")
        .forEach(
            it -> {
              if (it.path("verdict").asText().matches("warn|fail")) {
                ids.add(it.path("id").asText());
              }
            });
    return ids.stream().distinct().toList();
  }

  private static ObjectNode variables(ObjectNode function) {
    return function.withObject("/Environment/Variables");
  }

  private static String report(int usedMb) {
    return "REPORT RequestId: 1\tDuration: 3.2 ms\tBilled Duration: 4 ms\tMemory Size: 512 MB\t"
        + "Max Memory Used: "
        + usedMb
        + " MB";
  }
}
