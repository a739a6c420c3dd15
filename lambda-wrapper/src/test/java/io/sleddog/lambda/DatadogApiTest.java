package io.sleddog.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import datadog.trace.api.CorrelationIdentifier;
import datadog.trace.api.GlobalTracer;
import datadog.trace.api.interceptor.MutableSpan;
import datadog.trace.api.interceptor.TraceInterceptor;
import datadog.trace.context.TraceScope;
import io.sleddog.lambda.datadog.Interceptors;
import io.sleddog.lambda.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** A function that uses Datadog's own API, without Datadog's agent. */
class DatadogApiTest {
  @BeforeAll
  static void registerOnce() {
    new FunctionUnderTest(Functions.Ok.class).start();
    GlobalTracer.get().addTraceInterceptor(new Editor(71_001));
    GlobalTracer.get().addTraceInterceptor(new Breaker(71_002));
  }

  @AfterAll
  static void forgetInterceptors() {
    Interceptors.clear();
  }

  @Test
  void spans_thatInterceptorsSaw_areNotForgotten() {
    assertThat(EventMemoryTest.instrumentation(new RecordingSink()).forgetsSpans()).isFalse();
  }

  @Test
  void correlationIds_inAnInvocation_areThoseOfItsLogLines() throws IOException {
    FakeContext context = new FakeContext();
    new FunctionUnderTest(Correlates.class).with(context).invoke("{}");
    Map<String, String> seen = context.seen().get(0);
    assertThat(seen.get("api.trace")).matches("[0-9a-f]{32}").isEqualTo(seen.get("log.trace"));
    assertThat(seen.get("api.span")).matches("[0-9]+").isEqualTo(seen.get("log.span"));
  }

  @Test
  void correlationIds_outsideAnInvocation_areZero() {
    assertThat(CorrelationIdentifier.getTraceId()).isEqualTo("0");
    assertThat(CorrelationIdentifier.getSpanId()).isEqualTo("0");
  }

  @Test
  void interceptor_changesAndDropsSpans_beforeTheyAreWritten() throws IOException {
    FunctionUnderTest function = new FunctionUnderTest(Works.class);
    function.invoke("{}");
    Json root = Json.parse(function.traces().get(0)).get("traces").first().first();
    Json edited = root.next();
    assertThat(edited.next().exists()).isFalse();
    assertThat(edited.get("name").text()).isEqualTo("renamed");
    assertThat(edited.get("service").text()).isEqualTo("s");
    assertThat(edited.get("resource").text()).isEqualTo("r");
    assertThat(edited.get("type").text()).isEqualTo("t");
    assertThat(edited.get("error").integer(-1)).isZero();
    Json meta = edited.get("meta");
    assertThat(meta.get("text").text()).isEqualTo("new of aws.lambda");
    assertThat(meta.get("flag").text()).isEqualTo("true");
    assertThat(edited.get("metrics").get("count").integer(0)).isEqualTo(10);
    assertThat(function.warnings().messages()).containsExactly("an interceptor of traces failed");
  }

  @Test
  void addTraceInterceptor_ofAPriorityThatIsTaken_isRefused() {
    assertThat(GlobalTracer.get().addTraceInterceptor(new Editor(71_001))).isFalse();
  }

  @Test
  void capturedSpan_isCurrentOnAnotherThreadUntilClosed() throws IOException {
    FakeContext context = new FakeContext();
    new FunctionUnderTest(HandsOver.class).with(context).invoke("{}");
    Map<String, String> seen = context.seen().get(0);
    assertThat(seen.get("there")).isEqualTo(seen.get("here")).isNotEqualTo("0");
    assertThat(seen.get("after")).isEqualTo("0");
  }

  /** Notes what the API says and what a log line would. */
  public static final class Correlates extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      ((FakeContext) context)
          .seen()
          .add(
              Map.of(
                  "api.trace", CorrelationIdentifier.getTraceId(),
                  "api.span", CorrelationIdentifier.getSpanId(),
                  "log.trace", MDC.get("dd.trace_id"),
                  "log.span", MDC.get("dd.span_id")));
    }
  }

  /** Makes spans for the interceptors. */
  public static final class Works extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      Telemetry.startSpan("to.edit").tag("text", "old").tag("count", 9).error("no").close();
      Telemetry.startSpan("to.drop").close();
      super.handleRequest(event, response, context);
    }
  }

  /** Goes on with its span on another thread. */
  public static final class HandsOver extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      @SuppressWarnings("deprecation") // There is no other way yet.
      TraceScope.Continuation continuation = GlobalTracer.get().captureActiveSpan();
      List<String> ids = new ArrayList<>();
      Thread other =
          new Thread(
              () -> {
                try (TraceScope scope = continuation.hold().activate()) {
                  ids.add(scope == null ? "" : CorrelationIdentifier.getSpanId());
                }
                ids.add(CorrelationIdentifier.getSpanId());
              });
      other.start();
      try {
        other.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      continuation.cancel();
      ((FakeContext) context)
          .seen()
          .add(
              Map.of(
                  "here", CorrelationIdentifier.getSpanId(),
                  "there", ids.get(0),
                  "after", ids.get(1)));
    }
  }

  /** Changes and drops the spans that ask for it. */
  private static final class Editor implements TraceInterceptor {
    private final int priority;

    Editor(int priority) {
      this.priority = priority;
    }

    @Override
    public Collection<? extends MutableSpan> onTraceComplete(
        Collection<? extends MutableSpan> trace) {
      List<MutableSpan> kept = new ArrayList<>(trace);
      kept.removeIf(span -> span.getOperationName().toString().equals("to.drop"));
      for (MutableSpan span : kept) {
        if (span.getOperationName().toString().equals("to.edit")) {
          edit(span);
        }
      }
      return kept;
    }

    private static void edit(MutableSpan span) {
      assertThat(span.getDurationNano()).isPositive();
      assertThat(span.getStartTime()).isPositive();
      assertThat(span.getSamplingPriority()).isEqualTo(1);
      assertThat(span.isError()).isTrue();
      Map<String, Object> tags = span.getTags();
      span.setTag("text", "new of " + span.getLocalRootSpan().getOperationName());
      span.setTag("flag", true)
          .setTag("count", (Number) ((Double) tags.getOrDefault("count", 0.0) + 1));
      span.setMetric("i", 1).setMetric("l", 2L).setMetric("f", 3f).setError(false);
      span.setServiceName("s").setResourceName("r").setSpanType("t").setOperationName("renamed");
    }

    @Override
    public int priority() {
      return priority;
    }
  }

  /** Fails on the traces that {@link Editor} has changed. */
  private static final class Breaker implements TraceInterceptor {
    private final int priority;

    Breaker(int priority) {
      this.priority = priority;
    }

    @Override
    public Collection<? extends MutableSpan> onTraceComplete(
        Collection<? extends MutableSpan> trace) {
      for (MutableSpan span : trace) {
        if (span.getOperationName().toString().equals("renamed")) {
          throw new IllegalStateException("broken");
        }
      }
      return trace;
    }

    @Override
    public int priority() {
      return priority;
    }
  }
}
