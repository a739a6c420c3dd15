package io.sleddog.lambda.agent;

import io.sleddog.lambda.context.Hex;
import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.tag.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spans as the Agent's version 0.4 takes them: one map each. */
final class PackedSpan {
  /** What the Agent itself cuts values to. */
  private static final int MOST_CHARACTERS = 25_000;

  private final Tags common;
  private final @Nullable String version;
  private final @Nullable String hostName;

  /** {@code common}: the tags that every span has unless it has others of that name. */
  PackedSpan(Tags common, @Nullable String version, @Nullable String hostName) {
    this.common = common;
    this.version = version;
    this.hostName = hostName;
  }

  /** Writes the spans of one trace. */
  MsgPack trace(List<ActiveSpan> spans, MsgPack pack) {
    pack.array(spans.size());
    for (int i = 0; i < spans.size(); i++) {
      write(pack, spans.get(i), i == 0);
    }
    return pack;
  }

  /** Writes a span; the first of a trace carries what holds for all of it. */
  private void write(MsgPack pack, ActiveSpan span, boolean first) {
    String type = span.type();
    pack.map(type == null ? 11 : 12);
    pack.text("trace_id").unsigned(span.trace().context().traceIdLow());
    pack.text("span_id").unsigned(span.spanId());
    pack.text("parent_id").unsigned(span.parentId());
    pack.text("service").text(span.service());
    pack.text("name").text(span.name());
    pack.text("resource").text(span.resource());
    if (type != null) {
      pack.text("type").text(type);
    }
    pack.text("error").integer(span.failed() ? 1 : 0);
    pack.text("start").integer(span.startNanos());
    pack.text("duration").integer(Math.max(0, span.durationNanos()));
    write(pack.text("meta"), meta(span, first));
    write(pack.text("metrics"), metrics(span, first));
  }

  private Tags meta(ActiveSpan span, boolean first) {
    Tags tags = new Tags(16);
    tags.putAll(common);
    tags.put("language", "jvm");
    tags.put("version", version);
    if (first) {
      addTraceTags(tags, span.trace().context());
    }
    tags.putAll(span.meta());
    return tags;
  }

  private void addTraceTags(Tags tags, TraceContext context) {
    tags.put("_dd.origin", context.baggage().origin());
    tags.put("_dd.hostname", hostName);
    if (context.traceIdHigh() != 0) {
      tags.put("_dd.p.tid", Hex.text(context.traceIdHigh()));
    }
    String travelling = context.baggage().tags();
    for (String tag : travelling == null ? new String[0] : travelling.split(",", -1)) {
      int equals = tag.indexOf('=');
      if (equals > 0) {
        tags.put(tag.substring(0, equals), tag.substring(equals + 1));
      }
    }
  }

  private static Tags metrics(ActiveSpan span, boolean first) {
    Tags numbers = new Tags(4);
    ActiveSpan parent = span.parent();
    Tags rates = span.trace().context().rates();
    if (first && rates != null) {
      numbers.putAll(rates);
    }
    if (first || span.isEntry()) {
      numbers.put("_sampling_priority_v1", (double) span.trace().context().priority());
    }
    if (parent == null || span.isEntry() || !parent.service().equals(span.service())) {
      numbers.put("_dd.top_level", 1.0);
    }
    numbers.putAll(span.metrics());
    return numbers;
  }

  private static void write(MsgPack pack, Tags tags) {
    pack.map(tags.size());
    for (int i = 0; i < tags.size(); i++) {
      pack.text(tags.key(i));
      Object value = tags.value(i);
      if (value instanceof Double) {
        pack.decimal((Double) value);
      } else {
        pack.text(cut(value));
      }
    }
  }

  private static String cut(Object value) {
    String text = value instanceof Json ? ((Json) value).prefix(MOST_CHARACTERS) : (String) value;
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
  }
}
