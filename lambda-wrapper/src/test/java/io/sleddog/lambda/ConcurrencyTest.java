package io.sleddog.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.line.LineSink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several invocations in one JVM at a time, and one invocation on several threads. */
class ConcurrencyTest {
  private static final int THREADS = 16;
  private static final int INVOCATIONS = 10_000;

  private final RecordingSink sink = new RecordingSink();
  private final RecordingWarnings warnings = new RecordingWarnings();

  @Test
  void invocations_sideBySide_neverMix() throws Exception {
    Set<Long> traces = ConcurrentHashMap.newKeySet();
    Queue<String> torn = new ConcurrentLinkedQueue<>();
    LayerHandler layer = layer(Nests.class, line -> check(line, traces, torn));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      all.add(threads.submit(() -> invokeMany(layer, thread)));
    }
    for (Future<Integer> one : all) {
      assertThat(one.get()).isEqualTo(INVOCATIONS);
    }
    threads.shutdown();
    assertThat(torn).isEmpty();
    assertThat(traces).hasSize(THREADS * INVOCATIONS);
    assertThat(warnings.messages()).isEmpty();
  }

  private static int invokeMany(LayerHandler layer, int thread) throws IOException {
    int done = 0;
    while (done < INVOCATIONS) {
      int traceId = 1 + thread * INVOCATIONS + done++;
      String event =
          "{\"headers\":{\"x-datadog-trace-id\":\""
              + traceId
              + "\",\"x-datadog-parent-id\":\"5\",\"x-datadog-sampling-priority\":\"1\"}}";
      layer.handleRequest(
          new ByteArrayInputStream(event.getBytes(UTF_8)),
          new ByteArrayOutputStream(),
          new FakeContext().requestId("request-" + traceId));
    }
    return done;
  }

  /** Looks at each line as it comes, since all of them would not fit into memory. */
  private static void check(byte[] bytes, Set<Long> traces, Queue<String> torn) {
    Json line = Json.parse(bytes);
    Json spans = line.get("traces").first();
    if (spans.exists() ? !isWhole(spans, traces) : !line.get("m").isString()) {
      torn.add(new String(bytes, UTF_8));
    }
  }

  /** Three spans, each below the one before, all of the one trace that the event named. */
  private static boolean isWhole(Json spans, Set<Long> traces) {
    Json function = spans.first();
    Json outer = function.next();
    Json inner = outer.next();
    long traceId = Long.parseLong(String.valueOf(function.get("trace_id").text()), 16);
    String request = "request-" + traceId;
    return !inner.next().exists()
        && isSame(outer, "parent_id", function, "span_id")
        && isSame(inner, "parent_id", outer, "span_id")
        && isSame(outer, "trace_id", function, "trace_id")
        && isSame(inner, "trace_id", function, "trace_id")
        && request.equals(function.get("meta").get("request_id").text())
        && request.equals(inner.get("meta").get("request").text())
        && traces.add(traceId);
  }

  private static boolean isSame(Json one, String name, Json other, String otherName) {
    String text = one.get(name).text();
    return text != null && text.equals(other.get(otherName).text());
  }

  @Test
  void propagate_workOnOtherThreads_joinsTheTrace() throws IOException {
    layer(Forks.class, sink)
        .handleRequest(
            new ByteArrayInputStream("{}".getBytes(UTF_8)),
            new ByteArrayOutputStream(),
            new FakeContext());
    Json spans = traces().get(0);
    String function = spans.first().get("span_id").text();
    int children = 0;
    for (Json span = spans.first().next(); span.exists(); span = span.next()) {
      assertThat(span.get("parent_id").text()).isEqualTo(function);
      children++;
    }
    assertThat(children).isEqualTo(2);
  }

  private LayerHandler layer(Class<?> handler, LineSink lines) {
    Map<String, String> variables = new HashMap<>();
    variables.put("DD_LAMBDA_HANDLER", handler.getName());
    Instrumentation instrumentation =
        new Instrumentation(
            new Environment(variables, warnings), warnings, new FakeClock(), lines, 3);
    return new LayerHandler(instrumentation, getClass().getClassLoader());
  }

  private List<Json> traces() {
    List<Json> traces = new ArrayList<>();
    for (String line : sink.lines()) {
      Json json = Json.parse(line);
      assertThat(json.isObject()).as(line).isTrue();
      if (json.get("traces").isArray()) {
        traces.add(json.get("traces").first());
      }
    }
    return traces;
  }

  /** Two spans, one in the other. */
  public static final class Nests extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) {
      try (Span outer = Telemetry.startSpan("outer")) {
        try (Span inner = Telemetry.startSpan("inner")) {
          inner.tag("request", context.getAwsRequestId());
        }
        outer.tag("a", 1);
      }
    }
  }

  /** Spans on other threads: two that join the trace, one that does not. */
  public static final class Forks extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      ExecutorService threads = Executors.newFixedThreadPool(2);
      Runnable runnable = () -> work("runnable");
      Callable<String> callable = () -> work("callable");
      try {
        threads.submit(Telemetry.propagate(runnable)).get();
        assertThat(threads.submit(Telemetry.propagate(callable)).get()).isEqualTo("callable");
        threads.submit(() -> work("not propagated")).get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IOException(e);
      } finally {
        threads.shutdown();
      }
    }

    private static String work(String name) {
      Telemetry.startSpan(name).close();
      return name;
    }
  }
}
