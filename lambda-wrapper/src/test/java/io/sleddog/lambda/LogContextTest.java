package io.sleddog.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
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

    private static void look(List<Map<String, String>> seen) {
      Map<String, String> map = MDC.getCopyOfContextMap();
      seen.add(map == null ? Map.of() : map);
    }
  }
}
