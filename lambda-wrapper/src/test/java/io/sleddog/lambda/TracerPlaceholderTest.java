package io.sleddog.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import datadog.trace.api.interceptor.MutableSpan;
import io.sleddog.lambda.agent.Agent;
import io.sleddog.lambda.config.AgentSettings;
import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.config.Settings;
import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.span.SpanIds;
import io.sleddog.lambda.span.Trace;
import io.sleddog.lambda.span.TraceSink;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class TracerPlaceholderTest {
  private final List<String> calls = new ArrayList<>();
  private final RecordingWarnings warnings = new RecordingWarnings();
  private final TracerPlaceholder completes = new TracerPlaceholder(false, warnings);
  private final TracerPlaceholder drops = new TracerPlaceholder(true, warnings);

  @Test
  void placeholder_afterAnInvocation_becomesTheFunctionsSpan() {
    Trace trace =
        new Trace(TraceContext.begin(1, 2, -1), new SpanIds(1), new FakeClock(), completes);
    ActiveSpan span = trace.start("aws.lambda", "orders", null);
    span.resource("Orders");
    span.tag("request_id", "r1");
    span.tag("n", 1.5);
    span.fail();
    span.end();
    trace.write();
    List<MutableSpan> spans = List.of(span("dd-tracer-serverless-span"), span("grind"));
    assertThat(completes.onTraceComplete(spans)).hasSize(2);
    assertThat(calls)
        .containsExactly(
            "setOperationName[aws.lambda]",
            "setServiceName[orders]",
            "setResourceName[Orders]",
            "setSpanType[serverless]",
            "setTag[request_id, r1]",
            "setTag[n, 1.5]",
            "setError[true]");
    calls.clear();
    assertThat(completes.onTraceComplete(spans)).hasSize(2);
    assertThat(calls).isEmpty();
  }

  @Test
  void placeholder_thatIsSurplus_isTakenOutUnlessSomethingHangsBelow() {
    MutableSpan placeholder = span("aws.lambda.invoke");
    assertThat(drops.onTraceComplete(List.of(placeholder))).isEmpty();
    List<MutableSpan> both = List.of(placeholder, span("grind"));
    assertThat(List.<Object>copyOf(drops.onTraceComplete(both))).hasSize(2);
    List<MutableSpan> other = List.of(span("aws.lambda"));
    assertThat(List.<Object>copyOf(drops.onTraceComplete(other))).hasSize(1);
    assertThat(calls).isEmpty();
  }

  @Test
  void spans_ofTheUsers_areCountedAndToldOnceWithWhatToDo() {
    assertThat(completes.takesInner()).isFalse();
    completes.refuse();
    completes.refuse();
    assertThat(completes.refused()).isEqualTo(2);
    assertThat(warnings.messages())
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("opentelemetry-api", "DD_TRACE_OTEL_ENABLED=true");
  }

  @Test
  void spans_ofTheUsersBesideTheExtension_areToldWithTheSameAdvice() {
    RecordingWarnings told = new RecordingWarnings();
    Environment environment = new Environment(Map.of(), told);
    Settings settings = new Settings(environment);
    Agent extension = Agent.extension(new AgentSettings(environment, settings), settings, told);
    TraceSink sink = TracerPlaceholder.sinkFor(settings, extension, told);
    sink.refuse();
    assertThat(sink.takesInner()).isFalse();
    assertThat(told.messages())
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("opentelemetry-api", "DD_TRACE_OTEL_ENABLED=true");
  }

  private MutableSpan span(String operation) {
    return (MutableSpan)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {MutableSpan.class},
            (self, method, arguments) -> {
              if (method.getName().equals("getOperationName")) {
                return operation;
              }
              calls.add(method.getName() + List.of(arguments));
              return self;
            });
  }
}
