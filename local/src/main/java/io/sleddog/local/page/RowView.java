package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.Trip;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.Span;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An invocation as a row of the list: sixteen short values, in the order that the page knows. */
final class RowView {
  private static final double NANOS_PER_MILLI = 1e6;

  private RowView() {}

  static ArrayNode row(Trip trip) {
    Invocation invocation = trip.ride().execution().invocation();
    ArrayNode row = Json.array();
    row.add(invocation.requestId()).add(invocation.function());
    row.add(TriggerName.of(trip)).add(status(invocation));
    row.add(invocation.timing().startedAtMillis());
    addDuration(row, trip);
    addInit(row, invocation);
    addMemory(row, trip);
    row.add(ErrorText.of(trip).type());
    row.add(trip.spans().size()).add(trip.logs().size()).add(trip.points().size());
    row.add(trip.ride().waiting() ? "waiting" : "all").add(trip.lost());
    row.add(traceId(trip));
    return row;
  }

  private static void addInit(ArrayNode row, Invocation invocation) {
    Duration init = invocation.timing().init();
    if (init == null) {
      row.addNull();
    } else {
      row.add(millis(init));
    }
  }

  /** Metrics and logs alone have none. */
  private static void addDuration(ArrayNode row, Trip trip) {
    if (trip.ride().direct() && trip.spans().isEmpty()) {
      row.addNull();
    } else {
      row.add(millis(trip.ride().execution().invocation().timing().duration()));
    }
  }

  private static void addMemory(ArrayNode row, Trip trip) {
    if (trip.ride().direct() || trip.ride().function().memoryMb() == 0) {
      row.addNull().addNull();
    } else {
      row.add(trip.ride().execution().invocation().maxMemoryMb());
      row.add(trip.ride().function().memoryMb());
    }
  }

  static String status(Invocation invocation) {
    return switch (invocation.status()) {
      case SUCCESS -> "ok";
      default -> invocation.status().name().toLowerCase(Locale.ROOT);
    };
  }

  static double millis(Duration duration) {
    return Math.round(duration.toNanos() / NANOS_PER_MILLI * 1000) / 1000.0;
  }

  static @Nullable String traceId(Trip trip) {
    return trip.spans().stream().findFirst().map(span -> Span.hex(span.traceId())).orElse(null);
  }
}
