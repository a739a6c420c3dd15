package io.sleddog.lambda.span;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.context.Baggage;
import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
  private final List<List<ActiveSpan>> written = new ArrayList<>();
  private final StepClock clock = new StepClock();
  private final Trace trace =
      new Trace(
          new TraceContext(0, 1, 99, 1, Baggage.NONE),
          new SpanIds(5),
          clock,
          (context, spans) -> written.add(spans));

  @Test
  void trace_nestedSpans_areWrittenParentsFirst() {
    ActiveSpan root = trace.start("root", "s", null);
    ActiveSpan child = trace.start("child", "s", root);
    ActiveSpan grandchild = trace.start("grandchild", "s", child);
    grandchild.end();
    child.end();
    root.end();
    trace.write();
    assertThat(written).hasSize(1);
    assertThat(written.get(0)).containsExactly(root, child, grandchild);
    assertThat(root.parentId()).isEqualTo(99);
    assertThat(grandchild.parentId()).isEqualTo(child.spanId());
  }

  @Test
  void trace_veryManySpans_areWrittenAheadAndEachOnce() {
    ActiveSpan root = trace.start("root", "s", null);
    for (int i = 0; i < 2500; i++) {
      trace.start("child", "s", root).end();
    }
    assertThat(written).hasSize(2);
    root.end();
    trace.write();
    ActiveSpan late = trace.start("late", "s", root);
    late.end();
    Set<ActiveSpan> all = new HashSet<>();
    written.forEach(all::addAll);
    assertThat(written).extracting(List::size).containsExactly(1000, 1000, 501, 1);
    assertThat(all).hasSize(2502).contains(root, late);
    assertThat(written.get(2).get(0)).isSameAs(root);
  }

  @Test
  void trace_withoutEndedSpans_writesNothing() {
    trace.start("open", "s", null);
    trace.write();
    assertThat(written).isEmpty();
  }

  @Test
  void endAll_openSpans_endNow() {
    ActiveSpan root = trace.start("root", "s", null);
    ActiveSpan child = trace.start("child", "s", root);
    clock.now = 7_000;
    trace.endAll();
    assertThat(root.durationNanos()).isEqualTo(7_000);
    assertThat(child.hasEnded()).isTrue();
  }

  @Test
  void end_again_changesNothing() {
    ActiveSpan span = trace.start("a", "s", null);
    clock.now = 10;
    span.end();
    clock.now = 20;
    span.end();
    span.tag("late", "tag");
    span.tag("late", 1);
    span.service("late");
    span.resource("late");
    span.type("late");
    span.fail();
    assertThat(span.durationNanos()).isEqualTo(10);
    assertThat(span.meta().size()).isZero();
    assertThat(span.service()).isEqualTo("s");
    assertThat(span.resource()).isEqualTo("a");
    assertThat(span.type()).isNull();
    assertThat(span.failed()).isFalse();
  }

  @Test
  void endAt_beforeTheStart_tookNoTime() {
    ActiveSpan span = trace.start("a", "s", null, 1_000);
    span.endAt(500);
    assertThat(span.durationNanos()).isZero();
  }

  @Test
  void fail_withACause_tellsClassMessageAndStack() {
    ActiveSpan span = trace.start("a", "s", null);
    span.fail(new IllegalStateException());
    assertThat(span.failed()).isTrue();
    assertThat(span.meta().get("error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(span.meta().get("error.message")).isEqualTo("null");
    assertThat((String) span.meta().get("error.stack")).contains("SpanTest");
  }

  @Test
  void tags_textAndNumberOfOneName_replaceEachOther() {
    ActiveSpan span = trace.start("a", "s", null);
    span.tag("x", 1);
    span.tag("x", "text");
    span.tag("y", "text");
    span.tag("y", 2);
    span.tag("none", (Object) null);
    assertThat(span.meta().get("x")).isEqualTo("text");
    assertThat(span.metrics().get("x")).isNull();
    assertThat(span.metrics().get("y")).isEqualTo(2.0);
    assertThat(span.meta().get("y")).isNull();
    assertThat(span.meta().size()).isEqualTo(1);
  }

  @Test
  void tags_ofAnEvent_takeScalarsOnly() {
    Tags tags = new Tags(1);
    Json event = Json.parse("{\"a\":1,\"b\":null,\"c\":{},\"d\":[1],\"e\":\"x\",\"f\":true}");
    for (String name : List.of("a", "b", "c", "d", "e", "f", "missing")) {
      tags.put(name, event.get(name));
    }
    assertThat(tags.size()).isEqualTo(3);
    tags.remove("a");
    tags.remove("missing");
    assertThat(tags.key(0)).isEqualTo("e");
    Tags others = new Tags(1);
    others.putAll(tags);
    assertThat(others.size()).isEqualTo(2);
  }

  @Test
  void ids_areDifferentPositiveAndNeverZero() {
    SpanIds ids = new SpanIds(0);
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      long id = ids.next();
      assertThat(id).isPositive();
      seen.add(id);
    }
    assertThat(seen).hasSize(100_000);
  }

  @Test
  void ids_ofSandboxesFromOneSnapshot_differAfterTheirFirstRequest() {
    SpanIds one = new SpanIds(5);
    SpanIds other = new SpanIds(5);
    assertThat(one.next()).isEqualTo(other.next());
    one.stir("c6af9ac6-7b61-11e6-9a41-93e8deadbeef");
    other.stir("c6af9ac6-7b61-11e6-9a41-93e8deadbee0");
    assertThat(one.next()).isNotEqualTo(other.next());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"a\":1,\"b\":[true,\"x\"]};10;p.a=1 p.b.0=true p.b.1=x",
        "{\"a\":{\"b\":{\"c\":1}}};2;p.a.b={\"c\":1}",
        "{\"text\":\"{\\\"in\\\":[1]}\"};10;p.text.in.0=1",
        "{\"text\":\"{broken\"};10;p.text={broken",
        "{\"Password\":1,\"token\":{\"a\":1},\"authorization\":\"x\"};10;"
            + "p.Password=redacted p.token.a=1 p.authorization=redacted",
        "{\"deep\":{\"token\":\"secret\"}};2;p.deep.token=redacted",
        "null;10;p=null",
        "7;10;p=7",
        "{\"empty\":{},\"list\":[]};10;''",
        "{\"a\":1};0;p={\"a\":1}",
      })
  void payload_anyValue_becomesTagsOfItsLeaves(String payload, int depth, String expected) {
    Tags tags = new PayloadTags(depth).of("p", Json.parse(payload));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tags.size(); i++) {
      text.append(i == 0 ? "" : " ").append(tags.key(i)).append('=').append(tags.value(i));
    }
    assertThat(text.toString()).isEqualTo(expected);
  }

  @Test
  void payload_tooMuchOfIt_isCut() {
    String many = "[" + "1,".repeat(5_000) + "1]";
    Tags tags = new PayloadTags(10).of("p", Json.parse(many));
    assertThat(tags.size()).isEqualTo(1_001);
    assertThat(tags.get("p._truncated")).isEqualTo("true");
    Tags one = new PayloadTags(10).of("p", Json.parse("\"" + "x".repeat(1_000_000) + "\""));
    assertThat((String) one.get("p")).hasSize(5_000);
  }

  private static final class StepClock implements Clock {
    private long now;

    @Override
    public long epochMillis() {
      return 1_700_000_000_000L;
    }

    @Override
    public long nanos() {
      return now;
    }
  }
}
