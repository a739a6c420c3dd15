package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.json.MalformedJson;
import io.sleddog.local.live.Trip;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Span;
import io.sleddog.local.session.OwnPoint;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** An invocation as the expectation of a test. */
final class SnapshotView {
  private static final Pattern PLATFORM =
      Pattern.compile("(?s)(INIT_START|START|END|REPORT) .*|\\{\"time\".*\"platform\\..*");
  private static final int MOST_LOGS = 5;
  private static final int MOST_TEXT = 120;

  private SnapshotView() {}

  /** The forms that there are, for the page to offer. */
  static ArrayNode forms() {
    ArrayNode forms = Json.array();
    forms
        .addObject()
        .put("id", "expect")
        .put("title", "Expectations")
        .put("use", "For ./sleddog local --once --expect FILE, with the same event.");
    forms
        .addObject()
        .put("id", "junit")
        .put("title", "JUnit")
        .put("use", "For a JUnit 5 test with io.sleddog:junit-extension.");
    return forms;
  }

  static ObjectNode of(Trip trip, String form) {
    return switch (form) {
      case "expect", "" -> Json.object().put("text", Json.writePretty(expectations(trip)));
      case "junit" -> Json.object().put("text", JUnitText.of(trip));
      default -> throw Refusal.notKept("Form " + form);
    };
  }

  private static ObjectNode expectations(Trip trip) {
    Invocation invocation = trip.ride().execution().invocation();
    ObjectNode root = Json.object();
    ObjectNode wants =
        root.putArray("invocations")
            .addObject()
            .put("status", invocation.status().name().toLowerCase(Locale.ROOT));
    putResponse(wants, invocation);
    ArrayNode spans = wants.putArray("spans");
    for (Span span : trip.spans()) {
      spans
          .addObject()
          .put("name", span.name())
          .put("resource", span.resource())
          .put("service", span.service())
          .put("error", span.error() != 0);
    }
    ArrayNode metrics = wants.putArray("metrics");
    for (OwnPoint own : trip.story().points()) {
      MetricPoint point = own.point();
      metrics.addObject().put("metric", point.metric()).put("value", point.value());
    }
    ArrayNode logs = wants.putArray("logs");
    ownLogs(trip).forEach(text -> logs.addObject().put("contains", text));
    return root;
  }

  private static void putResponse(ObjectNode wants, Invocation invocation) {
    if (invocation.succeeded()) {
      try {
        wants.set("response", Json.parse(masked(invocation.payload())));
      } catch (MalformedJson notJson) {
        wants.remove("response");
      }
    }
  }

  /** Without secrets, since a test is kept and shared. */
  static String masked(Payload payload) {
    return Mask.shown(payload).path("text").asText();
  }

  /** The begins of the first lines that the function itself wrote. */
  static List<String> ownLogs(Trip trip) {
    return trip.logs().stream()
        .map(LogEntry::message)
        .filter(text -> !PLATFORM.matcher(text).matches() && !text.isBlank())
        .map(text -> text.strip().lines().findFirst().orElse(""))
        .map(line -> line.substring(0, Math.min(MOST_TEXT, line.length())))
        .limit(MOST_LOGS)
        .toList();
  }
}
