package io.sleddog.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import io.sleddog.lambda.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JoinedSpanTest {
  private static final long DAY_NANOS = 86_400_000_000_000L;

  @Test
  void begin_outsideAnInvocation_givesNothing() {
    assertThat(JoinedSpan.begin("work", 1, 2, null)).isNull();
  }

  @Test
  void begin_inAnInvocation_hangsBelowTheCurrentSpanWithItsOwnId() throws IOException {
    FunctionUnderTest function = new FunctionUnderTest(Joins.class);
    function.invoke("{}");
    Json spans = Json.parse(function.traces().get(0)).get("traces").first();
    Json root = spans.first();
    Json outer = root.next();
    Json inner = outer.next();
    Json ours = inner.next();
    assertThat(outer.get("name").text()).isEqualTo("renamed");
    assertThat(outer.get("span_id").text()).isEqualTo("00000000000000aa");
    assertThat(outer.get("parent_id").text()).isEqualTo(root.get("span_id").text());
    assertThat(outer.get("duration").integer(0)).isEqualTo(5);
    assertThat(inner.get("parent_id").text()).isEqualTo("00000000000000aa");
    assertThat(inner.get("start").integer(0)).isEqualTo(root.get("start").integer(0) - DAY_NANOS);
    assertThat(inner.get("meta").get("x-datadog-parent-id").text()).isEqualTo("187");
    assertThat(ours.get("parent_id").text()).isEqualTo("00000000000000aa");
    assertThat(root.get("meta").get("current.after").text()).isEqualTo(root.get("span_id").text());
  }

  /** Does what a bridge does. */
  public static final class Joins extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      long now = 1_700_000_000_000_000_000L;
      JoinedSpan outer = Objects.requireNonNull(JoinedSpan.begin("outer", 0xaa, now, null));
      Runnable leave = outer.makeCurrent();
      JoinedSpan inner =
          Objects.requireNonNull(JoinedSpan.begin("inner", 0xbb, now - DAY_NANOS, outer));
      inner.span().tag("x-datadog-parent-id", inner.headers().get("x-datadog-parent-id"));
      inner.end(1);
      Telemetry.startSpan("ours").close();
      leave.run();
      outer.operation("renamed");
      outer.end(5);
      outer.operation("too late");
      Telemetry.currentSpan().tag("current.after", Telemetry.currentSpan().spanId());
      super.handleRequest(event, response, context);
    }
  }
}
