package io.sleddog.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.json.MalformedJson;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.subject.SubscriptionEvent.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The events in a file: an event of AWS, one on each line, what {@code aws logs filter-log-events}
 * prints, or log lines as they are.
 */
public final class FileEvents {
  private final Path file;
  private final Choice choice;

  private FileEvents(Path file, Choice choice) {
    this.file = file;
    this.choice = choice;
  }

  /**
   * Reads a file.
   *
   * @throws Problem if it cannot be read
   */
  public static List<ReplayEvent> read(Path file, Choice choice) {
    try {
      return new FileEvents(file, choice).events(Files.readString(file));
    } catch (IOException e) {
      throw Problem.usage(
              "replay-unreadable",
              "The file " + file + " cannot be read as UTF-8 text",
              "Give a file with events or log lines, s3://BUCKET/PREFIX, or failed")
          .because(e);
    }
  }

  private List<ReplayEvent> events(String text) {
    Optional<JsonNode> whole = json(text);
    if (whole.filter(FileEvents::isEvent).isPresent()) {
      return List.of(new ReplayEvent(name(), Json.line(whole.get())));
    }
    if (whole.filter(it -> it.path("events").isArray()).isPresent()) {
      return ofApi(whole.get().path("events"));
    }
    return ofLines(text.lines().filter(it -> !it.isBlank()).limit(choice.limit()).toList());
  }

  /** As the API gives events of a log: with time, and with the stream they are of. */
  private List<ReplayEvent> ofApi(JsonNode events) {
    LinePacker packer = new LinePacker(name(), choice.source());
    int taken = 0;
    for (JsonNode event : events) {
      long time = event.path("timestamp").asLong(choice.now().toEpochMilli());
      if (taken < choice.limit() && choice.isRecent(Instant.ofEpochMilli(time))) {
        packer.add(new Line(time, event.path("message").asText()));
        taken++;
      }
    }
    return packer.events();
  }

  private List<ReplayEvent> ofLines(List<String> lines) {
    List<ReplayEvent> events = new ArrayList<>();
    LinePacker packer = new LinePacker(name(), choice.source());
    for (int i = 0; i < lines.size(); i++) {
      Optional<JsonNode> event = json(lines.get(i)).filter(FileEvents::isEvent);
      if (event.isPresent()) {
        events.add(new ReplayEvent(name() + ", line " + (i + 1), Json.line(event.get())));
      } else {
        packer.add(new Line(choice.now().toEpochMilli(), lines.get(i)));
      }
    }
    events.addAll(packer.events());
    return events;
  }

  private static Optional<JsonNode> json(String text) {
    if (!text.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.parse(text));
    } catch (MalformedJson aLogLine) {
      return Optional.empty();
    }
  }

  /** Whether it is what AWS gives a forwarder, and not a log that happens to be an object. */
  private static boolean isEvent(JsonNode json) {
    return json.path("awslogs").path("data").isTextual()
        || json.path("Records").path(0).isObject()
        || (json.has("detail-type") && json.path("detail").isObject());
  }

  private String name() {
    return String.valueOf(file.getFileName());
  }
}
