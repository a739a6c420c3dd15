package io.sleddog.lambda.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.context.Baggage;
import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.span.Clock;
import io.sleddog.lambda.span.SpanIds;
import io.sleddog.lambda.span.Trace;
import io.sleddog.lambda.tag.Tags;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraceLinesTest {
  private final List<byte[]> written = new ArrayList<>();
  private final Tags common = new Tags(1);

  @Test
  void write_shortTrace_isOneLine() {
    Trace trace = trace(1);
    trace.start("a", "s", null).end();
    trace.write();
    assertThat(written).hasSize(1);
    assertThat(spans(0)).hasSize(1);
  }

  @Test
  void write_traceLongerThanALine_isSplitWithItsTagsOnEachFirstSpan() {
    Trace trace = trace(1);
    ActiveSpan root = trace.start("root", "s", null);
    for (int i = 0; i < 60; i++) {
      ActiveSpan child = trace.start("child" + i, "s", root);
      child.tag("payload", "x".repeat(10_000));
      child.end();
    }
    root.end();
    trace.write();
    assertThat(written.size()).isBetween(3, 5);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < written.size(); i++) {
      assertThat(written.get(i).length).isLessThanOrEqualTo(TraceLines.MAX_BYTES);
      List<Json> spans = spans(i);
      assertThat(spans.get(0).get("metrics").get("_sampling_priority_v1").integer(0)).isEqualTo(1);
      assertThat(spans.get(0).get("meta").get("_dd.p.tid").text()).hasSize(16);
      for (int j = 1; j < spans.size(); j++) {
        assertThat(spans.get(j).get("meta").get("_dd.p.tid").exists()).isFalse();
      }
      spans.forEach(span -> names.add(span.get("name").text()));
    }
    assertThat(names).hasSize(61);
    assertThat(spans(0).get(0).get("name").text()).isEqualTo("root");
  }

  @Test
  void write_spanLongerThanALine_losesTheEndsOfItsLongestTags() {
    Trace trace = trace(1);
    ActiveSpan span = trace.start("a", "s", null);
    span.tag("huge", "é".repeat(1_000_000));
    span.tag("short", "kept");
    span.end();
    trace.write();
    assertThat(written).hasSize(1);
    assertThat(written.get(0).length).isLessThanOrEqualTo(TraceLines.MAX_BYTES);
    Json meta = spans(0).get(0).get("meta");
    assertThat(meta.get("huge").text()).startsWith("ééé").endsWith("…").hasSize(20_000);
    assertThat(meta.get("short").text()).isEqualTo("kept");
  }

  @Test
  void write_spanWithTooManyTags_isWrittenWithoutThem() {
    Trace trace = trace(1);
    ActiveSpan span = trace.start("a", "s", null);
    for (int i = 0; i < 5_000; i++) {
      span.tag("tag-number-with-a-long-name-of-its-own-" + i, "some value of some length " + i);
    }
    span.end();
    trace.write();
    assertThat(written).hasSize(1);
    assertThat(spans(0).get(0).get("meta").get("_sleddog.tags").text()).isEqualTo("dropped");
    assertThat(spans(0).get(0).get("span_id").text()).hasSize(16);
  }

  @Test
  void write_hugeNames_areCut() {
    Trace trace = trace(1);
    trace.start("n".repeat(300_000), "s".repeat(300_000), null).end();
    trace.write();
    assertThat(spans(0).get(0).get("name").text()).hasSize(5_000).endsWith("…");
  }

  @Test
  void write_traceThatIsNotKept_writesNothing() {
    Trace trace = trace(0);
    trace.start("a", "s", null).end();
    trace.write();
    assertThat(written).isEmpty();
  }

  @Test
  void write_commonTags_standOnEverySpanUnlessItHasItsOwn() {
    common.put("env", "prod");
    Trace trace = trace(1);
    trace.start("a", "s", null).end();
    ActiveSpan own = trace.start("b", "s", null);
    own.tag("env", "mine");
    own.end();
    trace.write();
    assertThat(spans(0).get(0).get("meta").get("env").text()).isEqualTo("prod");
    assertThat(spans(0).get(1).get("meta").get("env").text()).isEqualTo("mine");
    assertThat(new String(written.get(0), UTF_8).split("\"env\"", -1)).hasSize(3);
  }

  @Test
  void write_spanThatEndsAfterTheTrace_getsALineOfItsOwn() {
    Trace trace = trace(1);
    ActiveSpan root = trace.start("root", "s", null);
    ActiveSpan late = trace.start("late", "s", root);
    root.end();
    trace.write();
    late.end();
    late.end();
    assertThat(written).hasSize(2);
    assertThat(spans(1)).hasSize(1);
    assertThat(spans(1).get(0).get("name").text()).isEqualTo("late");
  }

  private Trace trace(int priority) {
    TraceContext context = new TraceContext(1L << 32, 5, 0, priority, Baggage.NONE);
    return new Trace(
        context,
        new SpanIds(1),
        new TickingClock(),
        new TraceLines(written::add, new SpanJson(common)));
  }

  private List<Json> spans(int line) {
    List<Json> spans = new ArrayList<>();
    Json first = Json.parse(written.get(line)).get("traces").first().first();
    for (Json span = first; span.exists(); span = span.next()) {
      spans.add(span);
    }
    return spans;
  }

  private static final class TickingClock implements Clock {
    private long nanos;

    @Override
    public long epochMillis() {
      return 1_700_000_000_000L;
    }

    @Override
    public long nanos() {
      return nanos++;
    }
  }
}
