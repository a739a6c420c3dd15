package io.sleddog.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.ThreadContext;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogContextTest {
  @Test
  void logs_inAnInvocation_carryIdsAndNames() throws IOException {
    FunctionUnderTest function =
        new FunctionUnderTest(Logs.class)
            .with("DD_ENV", "prod")
            .with("DD_VERSION", "1.2")
            .with("DD_SERVICE", "shop");
    List<Map<String, String>> seen = run(function);
    assertThat(seen).hasSize(3);
    assertThat(seen.get(0))
        .containsEntry("dd.service", "shop")
        .containsEntry("dd.env", "prod")
        .containsEntry("dd.version", "1.2")
        .hasEntrySatisfying("dd.trace_id", id -> assertThat(id).matches("[0-9a-f]{32}"))
        .hasEntrySatisfying("dd.span_id", id -> assertThat(id).matches("[0-9]+"));
    assertThat(seen.get(1).get("dd.span_id")).isNotEqualTo(seen.get(0).get("dd.span_id"));
    assertThat(seen.get(2)).isEqualTo(seen.get(0));
    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
  }

  @Test
  void logs_withLog4j_carryTheSame() throws IOException {
    List<Map<String, String>> seen = run(new FunctionUnderTest(LogsByLog4j.class));
    assertThat(seen.get(0))
        .containsOnlyKeys("dd.trace_id", "dd.span_id", "dd.service")
        .containsEntry("dd.service", "Orders");
    assertThat(ThreadContext.getContext()).isEmpty();
  }

  @Test
  void logs_keysThatWereThereBefore_areThereAgainAfterwards() throws IOException {
    MDC.put("dd.env", "the caller's");
    MDC.put("other", "stays");
    ThreadContext.put("dd.trace_id", "7");
    try {
      assertThat(run(new FunctionUnderTest(Logs.class).with("DD_ENV", "prod")).get(0))
          .containsEntry("dd.env", "prod")
          .containsEntry("other", "stays");
      assertThat(MDC.getCopyOfContextMap())
          .containsOnly(entry("dd.env", "the caller's"), entry("other", "stays"));
      assertThat(ThreadContext.getContext()).containsOnly(entry("dd.trace_id", "7"));
    } finally {
      MDC.clear();
      ThreadContext.clearMap();
    }
  }

  @Test
  void logs_onAnotherThread_carryTheIdsWhileTheWorkLasts() throws IOException {
    List<Map<String, String>> seen = run(new FunctionUnderTest(LogsElsewhere.class));
    assertThat(seen.get(0)).containsKeys("dd.trace_id", "dd.span_id", "dd.service");
    assertThat(seen.get(1)).isEmpty();
  }

  @Test
  void logs_switchedOff_carryNothing() throws IOException {
    assertThat(run(new FunctionUnderTest(Logs.class).with("DD_LOGS_INJECTION", "false")).get(0))
        .isEmpty();
  }

  private static List<Map<String, String>> run(FunctionUnderTest function) throws IOException {
    FakeContext context = new FakeContext();
    function.with(context).invoke("{}");
    return context.seen();
  }

  /** Looks at what its log lines would carry. */
  public static final class Logs extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      List<Map<String, String>> seen = ((FakeContext) context).seen();
      look(seen);
      try (Span span = Telemetry.startSpan("inner")) {
        look(seen);
        span.tag("a", 1);
      }
      look(seen);
    }

    static void look(List<Map<String, String>> seen) {
      Map<String, String> map = MDC.getCopyOfContextMap();
      seen.add(map == null ? Map.of() : map);
    }
  }

  /** The same with Log4j. */
  public static final class LogsByLog4j extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      ((FakeContext) context).seen().add(ThreadContext.getContext());
    }
  }

  /** Looks on a thread that is used for other work as well. */
  public static final class LogsElsewhere extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      List<Map<String, String>> seen = ((FakeContext) context).seen();
      ExecutorService pool = Executors.newSingleThreadExecutor();
      pool.execute(Telemetry.propagate(() -> Logs.look(seen)));
      pool.execute(() -> Logs.look(seen));
      pool.shutdown();
      try {
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
