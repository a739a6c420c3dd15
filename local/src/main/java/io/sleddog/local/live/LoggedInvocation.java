package io.sleddog.local.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.logs.PlatformReport;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of an invocation tell of it.
 *
 * @param events all of them, at least one
 * @param report what the platform says of it; null if it says nothing
 */
record LoggedInvocation(List<LogEvent> events, @Nullable PlatformReport report) {
  private static final Pattern START = Pattern.compile("START RequestId: (\\S+)");
  private static final String ERRORS = "\"aws.lambda.enhanced.errors\"";
  private static final String TIME_UP = "Task timed out after ";

  /** Of the report or the start; if there is none, one that is the same whenever they are read. */
  String id() {
    if (report != null) {
      return report.requestId();
    }
    return begin().flatMap(LoggedInvocation::started).orElseGet(() -> nameless(events.get(0)));
  }

  private static String nameless(LogEvent first) {
    return UUID.nameUUIDFromBytes(first.id().getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Optional<LogEvent> begin() {
    return events.stream().filter(event -> started(event).isPresent()).findFirst();
  }

  private static Optional<String> started(LogEvent event) {
    String line = event.message();
    Matcher text = START.matcher(line);
    if (text.lookingAt()) {
      return Optional.of(text.group(1));
    }
    return line.contains("platform.start\"")
        ? Json.tryParseObject(line)
            .filter(json -> json.path("type").asText().equals("platform.start"))
            .map(json -> json.path("record").path("requestId").asText())
        : Optional.empty();
  }

  /** The invocation; what it was given and what it answered is not known. */
  Invocation invocation(String id, String function) {
    InvocationStatus status = status();
    String type = errorType(status);
    return new Invocation(
        id,
        function,
        Payload.of(""),
        type == null ? Payload.of("") : error(type),
        status,
        type,
        timing(),
        report == null ? 0 : report.maxMemoryMb());
  }

  /** The platform's text does not tell of a handler that threw; the wrapper's count does. */
  private InvocationStatus status() {
    if (report != null && report.status() != InvocationStatus.SUCCESS) {
      return report.status();
    } else if (timeUp().isPresent()) {
      return InvocationStatus.TIMEOUT;
    }
    boolean counted = events.stream().anyMatch(event -> event.message().contains(ERRORS));
    return counted ? InvocationStatus.ERROR : InvocationStatus.SUCCESS;
  }

  private @Nullable String errorType(InvocationStatus status) {
    String said = report == null ? null : report.errorType();
    return switch (status) {
      case SUCCESS -> null;
      case TIMEOUT -> "Sandbox.Timedout";
      case ERROR, CRASH -> said == null ? "Unhandled" : said;
    };
  }

  private Payload error(String type) {
    ObjectNode error = Json.object().put("errorType", type);
    timeUp().ifPresent(message -> error.put("errorMessage", message));
    return Payload.of(Json.write(error));
  }

  private Optional<String> timeUp() {
    return events.stream()
        .map(LogEvent::message)
        .filter(message -> message.contains(TIME_UP) && !message.startsWith("{"))
        .map(message -> message.substring(message.indexOf(TIME_UP)).strip())
        .findFirst();
  }

  private Invocation.Timing timing() {
    long start = begin().orElse(events.get(0)).timestampMillis();
    long end = events.get(events.size() - 1).timestampMillis();
    return report == null
        ? new Invocation.Timing(start, Duration.ofMillis(Math.max(0, end - start)), null)
        : new Invocation.Timing(start, report.duration(), report.init());
  }

  /** The events, with the invocation's id on those that were written from its start on. */
  List<LogEvent> during() {
    String id = id();
    List<LogEvent> named = new ArrayList<>();
    boolean begun = begin().isEmpty();
    for (LogEvent event : events) {
      begun |= started(event).isPresent();
      named.add(
          new LogEvent(event.id(), event.timestampMillis(), event.message(), begun ? id : null));
    }
    return named;
  }
}
