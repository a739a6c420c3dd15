package io.sleddog.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.functions.Shapes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Handlers of objects that are wrapped in code. */
class CodeWrappingTest {
  private final RecordingSink sink = new RecordingSink();
  private final RecordingWarnings warnings = new RecordingWarnings();
  private final InvocationRunner runner =
      new InvocationRunner(
          new Instrumentation(
              new Environment(Map.of("AWS_LAMBDA_FUNCTION_NAME", "orders"), warnings),
              warnings,
              new FakeClock(),
              sink,
              1));

  @Test
  void run_mapEvent_readsSourceContextAndStatus() {
    Map<String, Object> event =
        Map.of(
            "httpMethod",
            "GET",
            "path",
            "/menu",
            "headers",
            Map.of(
                "x-datadog-trace-id", "77",
                "x-datadog-parent-id", "78",
                "x-datadog-sampling-priority", "1"),
            "requestContext",
            Map.of(
                "stage", "dev",
                "apiId", "abc",
                "domainName", "abc.example.com",
                "resourcePath", "/menu",
                "requestTimeEpoch", 1_700_000_000_000L));
    Map<String, Object> result =
        runner.run(event, new FakeContext(), (request, context) -> Map.of("statusCode", 503));
    assertThat(result).containsEntry("statusCode", 503);
    assertThat(trace())
        .contains("\"trace_id\":\"000000000000004d\"", "\"name\":\"aws.apigateway\"")
        .contains("\"resource\":\"GET /menu\"", "\"http.status_code\":\"503\"");
    assertThat(sink.lines()).anyMatch(line -> line.contains("aws.lambda.enhanced.errors"));
  }

  @Test
  void run_beanEvent_isReadThroughTheRuntimesSerializer() {
    Shapes.Order order = new Shapes.Order();
    order.setId("x");
    Shapes.Order result = runner.run(order, new FakeContext(), new Shapes.Beans());
    assertThat(result.getId()).isEqualTo("x!");
    assertThat(trace()).contains("\"name\":\"aws.lambda\"");
    assertThat(warnings.messages()).isEmpty();
  }

  @Test
  void run_handlerThrows_passesTheSameObject() {
    IllegalStateException thrown = new IllegalStateException("no beans");
    assertThatThrownBy(
            () ->
                runner.run(
                    List.of(),
                    new FakeContext(),
                    (event, context) -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);
    assertThat(trace()).contains("\"error.message\":\"no beans\"", "\"error\":1");
  }

  private String trace() {
    return sink.lines().stream()
        .filter(line -> line.startsWith("{\"traces\""))
        .findFirst()
        .orElseThrow();
  }
}
