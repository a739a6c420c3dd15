package io.sleddog.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.LogStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads log events in the forms in which people have them: events of a subscription ({@code
 * awslogs}), one or one on each line; the answer of {@code aws logs filter-log-events}; what {@code
 * aws logs tail} prints; or lines as a function wrote them.
 */
public final class LogText {
  private static final int MOST_BYTES = 64_000_000;

  /** Time and stream before the message, in either order. */
  private static final Pattern TAILED =
      Pattern.compile(
          "(?:(\\d{4}-\\d\\d-\\d\\dT\\S{8,30}) )?(\\d{4}/\\d\\d/\\d\\d/\\S{0,100}\\[\\S{1,100})"
              + " (?:(\\d{4}-\\d\\d-\\d\\dT\\S{8,30}) )?(.*)",
          Pattern.DOTALL);

  private final LogStream own;
  private final Instant now;
  private final Map<LogStream, List<LogEvent>> streams = new LinkedHashMap<>();
  private final Set<String> ids = new HashSet<>();
  private @Nullable LogStream tailed;

  private LogText(LogStream own, Instant now) {
    this.own = own;
    this.now = now;
  }

  /**
   * Reads a text.
   *
   * @param own where lines are from that do not say it
   * @param now when they were written, if they do not say it
   * @return the events by stream, in their order
   */
  public static List<LoggedEvents> read(String text, LogStream own, Instant now) {
    LogText reading = new LogText(own, now);
    reading.readAll(text);
    return reading.streams.entrySet().stream()
        .map(stream -> new LoggedEvents(stream.getKey(), stream.getValue()))
        .toList();
  }

  private void readAll(String text) {
    if (!Json.tryParseObject(text).map(this::readObject).orElse(false)) {
      text.lines().filter(line -> !line.isBlank()).forEach(this::readLine);
    }
  }

  private void readLine(String line) {
    boolean isForm = Json.tryParseObject(line).map(this::readObject).orElse(false);
    if (!isForm && !readTailed(line)) {
      if (tailed == null) {
        add(own, "", now.toEpochMilli(), line + "\n");
      } else {
        goOn(tailed, line);
      }
    }
  }

  private boolean readTailed(String line) {
    Matcher parts = TAILED.matcher(line);
    if (!parts.matches()) {
      return false;
    }
    String time = parts.group(1) == null ? parts.group(3) : parts.group(1);
    Optional<Long> millis = time == null ? Optional.empty() : millis(time);
    millis.ifPresent(
        at -> {
          tailed = new LogStream(own.group(), parts.group(2));
          add(tailed, "", at, parts.group(4) + "\n");
        });
    return millis.isPresent();
  }

  /** A line without time and stream belongs to the event before it, such as a stack trace's. */
  private void goOn(LogStream stream, String line) {
    List<LogEvent> events = streams.getOrDefault(stream, List.of());
    LogEvent last = events.get(events.size() - 1);
    String whole = last.message() + line + "\n";
    events.set(events.size() - 1, new LogEvent(last.id(), last.timestampMillis(), whole, null));
  }

  /** Whether the object is a form of its own, and not a line that a function wrote. */
  private boolean readObject(ObjectNode object) {
    JsonNode packed = object.path("awslogs").path("data");
    if (packed.isTextual()) {
      Optional<ObjectNode> message = unpacked(packed.asText());
      message.ifPresent(this::readMessage);
      return message.isPresent();
    }
    if (object.path("messageType").isTextual() && object.path("logEvents").isArray()) {
      readMessage(object);
      return true;
    }
    return isAnswer(object) && readAnswer(object.path("events"));
  }

  private static boolean isAnswer(ObjectNode object) {
    JsonNode first = object.path("events").path(0);
    return (first.path("message").isTextual() && first.path("timestamp").isNumber())
        || object.has("searchedLogStreams");
  }

  private boolean readAnswer(JsonNode events) {
    events.forEach(event -> add(stream(event), event, event.path("eventId").asText()));
    return true;
  }

  private LogStream stream(JsonNode event) {
    return new LogStream(own.group(), event.path("logStreamName").asText(own.name()));
  }

  private void readMessage(ObjectNode message) {
    if (message.path("messageType").asText().equals("DATA_MESSAGE")) {
      LogStream stream =
          new LogStream(message.path("logGroup").asText(), message.path("logStream").asText());
      message.path("logEvents").forEach(event -> add(stream, event, event.path("id").asText()));
    }
  }

  private void add(LogStream stream, JsonNode event, String id) {
    long time = event.path("timestamp").asLong(now.toEpochMilli());
    add(stream, id, time, event.path("message").asText());
  }

  /** An id that is there twice would join what arrives to the wrong event. */
  private void add(LogStream stream, String id, long atMillis, String message) {
    boolean taken = id.isEmpty() || ids.contains(id);
    String unique = taken ? String.format(Locale.ROOT, "%017d%039d", atMillis, ids.size()) : id;
    ids.add(unique);
    streams
        .computeIfAbsent(stream, key -> new ArrayList<>())
        .add(new LogEvent(unique, atMillis, message, null));
  }

  private static Optional<ObjectNode> unpacked(String data) {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(data)))) {
      return Json.tryParseObject(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  private static Optional<Long> millis(String time) {
    try {
      String zoned = time.matches(".*(Z|[+-]\\d\\d:?\\d\\d)") ? time : time + "Z";
      return Optional.of(OffsetDateTime.parse(zoned).toInstant().toEpochMilli());
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }
}
