package io.sleddog.local.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads lines of DogStatsD up to version 1.6. Values become points: a count is divided by its rate,
 * a set becomes the number of its different values. Events and service checks become logs.
 */
final class StatsdReader {
  private static final List<String> TYPES = List.of("c", "g", "ms", "h", "s", "d");
  private static final List<String> ALERTS = List.of("info", "success", "warning", "error");
  private static final List<String> PRIORITIES = List.of("normal", "low");
  private static final List<String> CHECKS = List.of("ok", "warning", "error", "unknown");

  private final long nowMillis;
  private final List<MetricPoint> points = new ArrayList<>();
  private final Map<MetricPoint, Set<String>> sets = new LinkedHashMap<>();
  private final List<LogEntry> logs = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private int lines;

  /** A reader for what arrives about this time, in milliseconds since the epoch. */
  StatsdReader(long nowMillis) {
    this.nowMillis = nowMillis;
  }

  /** Reads the lines of a datagram; one that cannot be read is named and does not stop others. */
  void read(String datagram) {
    for (String line : datagram.split("\n", -1)) {
      if (!line.isBlank()) {
        lines++;
        try {
          line(line.strip());
        } catch (MalformedInput e) {
          problems.add("line " + lines + ": " + e.getMessage());
        }
      }
    }
  }

  private void line(String line) {
    if (line.startsWith("_e{")) {
      event(line);
    } else if (line.startsWith("_sc|")) {
      check(line);
    } else {
      metric(line);
    }
  }

  private void metric(String line) {
    List<String> parts = parts(line);
    int colon = parts.get(0).indexOf(':');
    if (colon < 1 || parts.size() < 2) {
      throw new MalformedInput("a metric must be name:value|type");
    }
    String type = parts.get(1);
    if (!TYPES.contains(type)) {
      throw new MalformedInput("the type of a metric must be one of " + String.join(", ", TYPES));
    }
    Fields fields = Fields.of(parts.subList(2, parts.size()));
    if (fields.has("T") && !type.equals("c") && !type.equals("g")) {
      throw new MalformedInput("only counts and gauges may have a time");
    }
    String name = parts.get(0).substring(0, colon);
    String values = parts.get(0).substring(colon + 1);
    double divisor = type.equals("c") ? fields.rate() : Math.max(1, fields.rate());
    long seconds = fields.seconds("T", nowMillis / 1000);
    MetricPoint first = new MetricPoint(name, 0, seconds, fields.tags());
    if (type.equals("s")) {
      addToSet(first, values);
    } else {
      addPoints(first, values, divisor);
    }
  }

  private void addToSet(MetricPoint point, String value) {
    if (value.isEmpty()) {
      throw new MalformedInput("a set needs a value");
    }
    sets.computeIfAbsent(point, none -> new LinkedHashSet<>()).add(value);
  }

  /** All values or, if one is no number, none. */
  private void addPoints(MetricPoint like, String values, double divisor) {
    List<MetricPoint> read = new ArrayList<>();
    for (String value : values.split(":", -1)) {
      if (!value.isEmpty()) {
        double number = Fields.number("a metric", value) / divisor;
        read.add(new MetricPoint(like.metric(), number, like.timestampSeconds(), like.tags()));
      }
    }
    if (read.isEmpty()) {
      throw new MalformedInput("a metric needs a value");
    }
    points.addAll(read);
  }

  private void event(String line) {
    EventText event = EventText.of(line);
    Fields fields = Fields.of(parts(event.rest()));
    String status = fields.word("t:", ALERTS);
    String text = event.title() + "\n" + event.text().replace("\\n", "\n");
    ObjectNode log =
        log(text, status, fields)
            .put("title", event.title())
            .put("priority", fields.word("p:", PRIORITIES));
    putIfNamed(log, "aggregation_key", fields, "k:");
    putIfNamed(log, "source_type_name", fields, "s:");
    logs.add(new LogEntry(log.put("ddsource", "dogstatsd-event")));
  }

  private void check(String line) {
    int at = line.indexOf("|m:");
    String message = at < 0 ? "" : line.substring(at + 3).replace("\\n", "\n");
    List<String> parts = parts(at < 0 ? line : line.substring(0, at));
    if (parts.size() < 3 || parts.get(1).isEmpty() || !parts.get(2).matches("[0-3]")) {
      throw new MalformedInput("a service check must be _sc|name|status, the status from 0 to 3");
    }
    String status = CHECKS.get(Integer.parseInt(parts.get(2)));
    Fields fields = Fields.of(parts.subList(3, parts.size()));
    String text = parts.get(1) + " is " + status + (message.isEmpty() ? "" : ": " + message);
    ObjectNode log = log(text, status, fields).put("check", parts.get(1));
    logs.add(new LogEntry(log.put("ddsource", "dogstatsd-check")));
  }

  private ObjectNode log(String message, String status, Fields fields) {
    ObjectNode log =
        Json.object()
            .put("message", message)
            .put("status", status)
            .put("timestamp", fields.seconds("d:", nowMillis / 1000) * 1000)
            .put("ddtags", String.join(",", fields.tags()));
    putIfNamed(log, "hostname", fields, "h:");
    return log;
  }

  private static void putIfNamed(ObjectNode log, String key, Fields fields, String name) {
    if (fields.has(name)) {
      log.put(key, fields.text(name));
    }
  }

  private static List<String> parts(String text) {
    return Arrays.asList(text.split("\\|", -1));
  }

  /** What was read. */
  Contents contents() {
    List<MetricPoint> all = new ArrayList<>(points);
    sets.forEach(
        (point, values) ->
            all.add(
                new MetricPoint(
                    point.metric(), values.size(), point.timestampSeconds(), point.tags())));
    return new Contents(List.of(), all, logs);
  }

  /** What could not be read, by the number of its line. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** The two texts of an event, whose lengths its head gives in bytes, and what follows them. */
  private record EventText(String title, String text, String rest) {
    static EventText of(String line) {
      int end = line.indexOf("}:");
      String[] lengths = end < 0 ? new String[0] : line.substring(3, end).split(",", -1);
      if (lengths.length != 2 || !(lengths[0] + lengths[1]).matches("\\d{1,10}")) {
        throw new MalformedInput("an event must begin with _e{bytes of title,bytes of text}:");
      }
      byte[] body = line.substring(end + 2).getBytes(StandardCharsets.UTF_8);
      int bar = Integer.parseInt("0" + lengths[0]);
      int last = bar + 1 + Integer.parseInt("0" + lengths[1]);
      boolean fits = last <= body.length && body[bar] == '|' && bar > 0;
      if (!fits || (last < body.length && body[last] != '|')) {
        throw new MalformedInput("the lengths of an event do not fit its title and text");
      }
      return new EventText(
          cut(body, 0, bar), cut(body, bar + 1, last), cut(body, last, body.length));
    }

    private static String cut(byte[] body, int from, int to) {
      return new String(body, from, to - from, StandardCharsets.UTF_8);
    }
  }
}
