package io.sleddog.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sleddog.lambda.config.Environment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A function behind the layer's handler, with fixed ids and clock, whose lines are kept. */
final class FunctionUnderTest {
  private final Map<String, String> variables = new HashMap<>();
  private final RecordingSink sink = new RecordingSink(this::traceWritten);
  private final RecordingWarnings warnings = new RecordingWarnings();
  private final FakeClock clock = new FakeClock();
  private FakeContext context = new FakeContext();
  private @Nullable LayerHandler handler;

  FunctionUnderTest(Class<?> userHandler) {
    this(userHandler.getName());
  }

  FunctionUnderTest(String userHandler) {
    variables.put("DD_LAMBDA_HANDLER", userHandler);
    variables.put("AWS_LAMBDA_FUNCTION_NAME", "Orders");
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java21");
  }

  FunctionUnderTest with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  FunctionUnderTest with(FakeContext other) {
    context = other;
    return this;
  }

  /** Lets every write of a trace fail. */
  FunctionUnderTest withBrokenSink() {
    sink.fail();
    return this;
  }

  FakeClock clock() {
    return clock;
  }

  RecordingWarnings warnings() {
    return warnings;
  }

  /** Starts the function, if it has not started. */
  LayerHandler start() {
    if (handler == null) {
      Instrumentation instrumentation =
          new Instrumentation(new Environment(variables, warnings), warnings, clock, sink, 42);
      handler = new LayerHandler(instrumentation, getClass().getClassLoader());
    }
    return handler;
  }

  String invoke(String event) throws IOException {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    start().handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), response, context);
    return response.toString(UTF_8);
  }

  private void traceWritten() {
    context.traceWritten();
  }

  /** All lines so far. */
  List<String> lines() {
    return sink.lines();
  }

  /** The trace lines so far. */
  List<String> traces() {
    return sink.lines().stream()
        .filter(line -> line.startsWith("{\"traces\""))
        .collect(Collectors.toList());
  }
}
