package io.sleddog.lambda;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.agent.FakeAgent;
import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.msgpack.value.Value;

/** A function with Datadog's extension in its sandbox, and without a tracing agent. */
@Timeout(60)
class BesideExtensionTest {
  private final Path folder;
  private final RecordingWarnings warnings = new RecordingWarnings();
  private final FakeAgent ports = new FakeAgent();

  BesideExtensionTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
  }

  @AfterEach
  void stop() {
    ports.close();
  }

  @Test
  void trace_ofAnInvocation_goesToTheExtensionBeforeTheInvocationIsOver() throws Exception {
    Instrumentation function = function();
    invoke(function);
    assertThat(ports.hasTrace()).isTrue();
    Value trace = ports.trace();
    assertThat(trace.asArrayValue().size()).isEqualTo(2);
    assertThat(trace.asArrayValue().get(0).toJson())
        .contains("\"name\":\"aws.lambda\"", "\"parent_id\":78", "\"trace_id\":77")
        .contains("\"request_id\":\"r1\"", "\"_sampling_priority_v1\":1.0", "\"version\":\"1.2\"");
    assertThat(trace.asArrayValue().get(1).toJson()).contains("\"name\":\"brew\"");
    assertThat(ports.request()).startsWith("PUT /v0.4/traces");
    assertThat(function.lost()).isZero();
    assertThat(warnings.messages()).isEmpty();
  }

  @Test
  void trace_extensionRefuses_isCountedAndToldOnce() throws Exception {
    ports.answering(400, "");
    Instrumentation function = function();
    invoke(function);
    invoke(function);
    assertThat(function.lost()).isEqualTo(4);
    ports.answering(200, "{}");
    invoke(function);
    assertThat(ports.hasTrace()).isTrue();
    assertThat(warnings.messages())
        .containsExactly(
            "spans are lost: the Agent's port for traces does not take them (Refused)");
  }

  @Test
  void trace_nobodyListens_isLostAndTheNextIsNotTried() throws Exception {
    ports.answering(503, "");
    Instrumentation function = function();
    invoke(function);
    ports.request();
    ports.answering(200, "{}");
    invoke(function);
    assertThat(ports.hasTrace()).isFalse();
    assertThat(function.lost()).isEqualTo(4);
    assertThat(requireNonNull(function.agent()).lostSpans()).isEqualTo(4);
  }

  @Test
  void trace_outsideAnInvocation_isNotMade() throws Exception {
    Instrumentation function = function();
    assertThat(function.startRoot("early", Map.of()).spanId()).isEqualTo("0000000000000000");
    assertThat(requireNonNull(function.agent()).isExtension()).isTrue();
    assertThat(ports.hasTrace()).isFalse();
  }

  @Test
  void headers_ofTheExtensionsFunction_comeFromLambda() throws Exception {
    Observation observation = requireNonNull(function().begin(Json.MISSING, new FakeContext()));
    assertThat(Telemetry.traceHeaders()).containsEntry("x-datadog-origin", "lambda");
    observation.end(Json.MISSING);
  }

  private static void invoke(Instrumentation function) {
    Json event =
        Json.parse(
            "{\"headers\":{\"x-datadog-trace-id\":\"77\",\"x-datadog-parent-id\":\"78\","
                + "\"x-datadog-sampling-priority\":\"1\"}}");
    Observation observation =
        requireNonNull(function.begin(event, new FakeContext().requestId("r1")));
    Telemetry.startSpan("brew").close();
    observation.end(Json.MISSING);
  }

  private Instrumentation function() throws IOException {
    Map<String, String> variables = new HashMap<>(ports.variables());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", "Orders");
    variables.put("DD_VERSION", "1.2");
    variables.put(
        "SLEDDOG_EXTENSION_PATH", Files.createFile(folder.resolve("datadog-agent")).toString());
    Environment environment = new Environment(variables, warnings);
    return new Instrumentation(environment, warnings, new FakeClock(), null, 1);
  }
}
