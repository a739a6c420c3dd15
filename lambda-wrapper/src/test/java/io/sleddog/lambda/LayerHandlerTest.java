package io.sleddog.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.config.Warnings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayerHandlerTest {
  private final RecordingSink sink = new RecordingSink();

  @Test
  void handleRequest_mapHandler_answersAndWritesMetricAndTrace() throws IOException {
    String response = run(Greeter.class.getName(), "{\"name\":\"Ada\"}");
    assertThat(response).isEqualTo("{\"hello\":\"Ada\"}");
    assertThat(sink.lines()).hasSize(3);
    assertThat(sink.lines().get(0))
        .startsWith("{\"m\":\"aws.lambda.enhanced.invocations\",\"v\":1,");
    assertThat(sink.lines().get(1)).startsWith("{\"m\":\"greetings\",\"v\":1.5,");
    assertThat(sink.lines().get(2)).startsWith("{\"traces\":[[{").endsWith("]]}\n");
    assertThat(sink.lines().get(2)).contains("\"name\":\"greet\"").contains("\"who\":\"Ada\"");
  }

  private String run(String handler, String event) throws IOException {
    Map<String, String> variables = new HashMap<>();
    variables.put("DD_LAMBDA_HANDLER", handler);
    variables.put("AWS_LAMBDA_FUNCTION_NAME", "Orders");
    Warnings warnings = new Warnings();
    Instrumentation instrumentation =
        new Instrumentation(
            new Environment(variables, warnings), warnings, new FakeClock(), sink, 42);
    LayerHandler layer = new LayerHandler(instrumentation, getClass().getClassLoader());
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    layer.handleRequest(
        new ByteArrayInputStream(event.getBytes(UTF_8)), response, new FakeContext());
    return response.toString(UTF_8);
  }

  /** A user's function with a metric and a span of its own. */
  public static final class Greeter
      implements RequestHandler<Map<String, String>, Map<String, String>> {
    @Override
    public Map<String, String> handleRequest(Map<String, String> event, Context context) {
      Telemetry.distribution("greetings", 1.5, "tone:warm");
      try (Span span = Telemetry.startSpan("greet")) {
        span.tag("who", event.get("name"));
        return Map.of("hello", event.get("name"));
      }
    }
  }
}
