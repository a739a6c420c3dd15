package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.Trip;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.Span;
import io.sleddog.local.session.TraceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Logs as they arrived: searched, page by page, and one whole. */
final class LogView {
  private static final int EXCERPT = 2000;

  private final TripStore store;

  /** A log and where it stands. */
  private record Line(Trip trip, int index) {
    LogEntry entry() {
      return trip.logs().get(index);
    }

    String seq() {
      return trip.number() + "-" + index;
    }
  }

  LogView(TripStore store) {
    this.store = store;
  }

  /** The logs that match, oldest first. */
  ObjectNode page(Query query) {
    List<Line> found = new ArrayList<>();
    for (Trip trip : store.trips()) {
      if (isWanted(trip, query)) {
        addMatching(trip, query, found);
      }
    }
    ObjectNode page = Paging.page(found, query, store.evicted().rides(), LogView::shortly);
    String at = query.text("at");
    int index = at.isEmpty() ? -1 : found.stream().map(Line::seq).toList().indexOf(at);
    return page.put("at", index);
  }

  private static boolean isWanted(Trip trip, Query query) {
    String invocation = query.text("invocation");
    String function = query.text("function");
    return (invocation.isEmpty() || trip.ride().id().equals(invocation))
        && (function.isEmpty() || trip.ride().function().name().equals(function));
  }

  private static void addMatching(Trip trip, Query query, List<Line> found) {
    String text = query.text("q").toLowerCase(Locale.ROOT);
    String levels = query.text("level");
    List<String> wanted = Arrays.asList(levels.split(","));
    for (int i = 0; i < trip.logs().size(); i++) {
      LogEntry log = trip.logs().get(i);
      boolean fits = text.isEmpty() || log.message().toLowerCase(Locale.ROOT).contains(text);
      if (fits && (levels.isEmpty() || wanted.contains(LogLevel.of(log)))) {
        found.add(new Line(trip, i));
      }
    }
  }

  /** One log with all its fields. */
  ObjectNode whole(Trip trip, int index) {
    if (index < 0 || index >= trip.logs().size()) {
      throw Refusal.notKept("The log line");
    }
    Line line = new Line(trip, index);
    LogEntry log = line.entry();
    ObjectNode view = shortly(line).put("message", log.message());
    ObjectNode attributes = view.putObject("attributes");
    log.fields()
        .properties()
        .forEach(
            field -> {
              if (!field.getKey().equals("message")) {
                attributes.put(
                    field.getKey(),
                    field.getValue().isValueNode()
                        ? field.getValue().asText()
                        : Json.write(field.getValue()));
              }
            });
    return view.put("json", Json.tryParseObject(log.message()).map(Json::write).orElse(null));
  }

  private static ObjectNode shortly(Line line) {
    LogEntry log = line.entry();
    String message = log.message();
    ObjectNode view =
        Json.object()
            .put("seq", line.seq())
            .put("at", log.timestampMillis())
            .put("level", LogLevel.of(log))
            .put("platform", LineKind.of(message) == LineKind.PLATFORM)
            .put("function", line.trip().ride().function().name())
            .put("invocation", line.trip().ride().id())
            .put("message", message.length() > EXCERPT ? message.substring(0, EXCERPT) : message);
    Optional<String> named = TraceId.of(log).map(Span::hex);
    return view.put("trace", named.orElse(RowView.traceId(line.trip())))
        .put("span", functionSpan(line.trip()));
  }

  private static @org.jspecify.annotations.Nullable String functionSpan(Trip trip) {
    return trip.spans().stream()
        .filter(span -> SpanKind.of(span) == SpanKind.FUNCTION)
        .map(span -> Span.hex(span.spanId()))
        .findFirst()
        .orElse(null);
  }
}
