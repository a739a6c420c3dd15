package io.sleddog.local.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.json.MalformedJson;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Span;
import io.sleddog.local.session.InvocationStory;
import io.sleddog.local.session.OwnPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Holds one invocation against what is wanted of it. */
final class StoryCheck {
  private static final int MOST_NAMES = 8;
  private static final double NANOS_PER_MILLI = 1e6;

  private final InvocationStory story;
  private final Invocation invocation;
  private final List<String> failures = new ArrayList<>();

  StoryCheck(InvocationStory story) {
    this.story = story;
    this.invocation = story.execution().invocation();
  }

  CheckResult check(int number, ObjectNode wanted) {
    status(wanted.path("status").asText("success"));
    duration(wanted.path("maxDurationMs"));
    response(wanted.path("response"));
    spans(wanted.path("spans"));
    metrics(wanted.path("metrics"));
    logs(wanted.path("logs"));
    long millis = invocation.timing().duration().toMillis();
    return new CheckResult(invocation.function() + " #" + number, millis, failures);
  }

  private void spans(JsonNode wants) {
    List<String> names = story.spans().stream().map(Span::name).toList();
    any(wants, "span", story.spans(), StoryCheck::span, names);
  }

  private void metrics(JsonNode wants) {
    List<MetricPoint> points = story.points().stream().map(OwnPoint::point).toList();
    List<String> names = points.stream().map(MetricPoint::metric).toList();
    any(wants, "metric", points, StoryCheck::metric, names);
  }

  private void logs(JsonNode wants) {
    any(
        wants,
        "log",
        story.logs(),
        (log, want) -> log.message().contains(want.path("contains").asText()),
        List.of());
  }

  private void status(String wanted) {
    String status = invocation.status().name().toLowerCase(Locale.ROOT);
    if (!status.equals(wanted)) {
      failures.add("status is " + status + ", wanted " + wanted);
    }
  }

  private void duration(JsonNode limit) {
    double millis = invocation.timing().duration().toNanos() / NANOS_PER_MILLI;
    if (limit.isNumber() && millis > limit.asDouble()) {
      failures.add(
          String.format(Locale.ROOT, "took %.1f ms, wanted at most %s ms", millis, limit.asText()));
    }
  }

  private void response(JsonNode wanted) {
    if (wanted.isMissingNode()) {
      return;
    }
    try {
      if (PartOf.isPart(wanted, Json.parse(invocation.payload().bytes()))) {
        return;
      }
    } catch (MalformedJson notJson) {
      // an answer that is no JSON holds no part of what is wanted
    }
    failures.add("the response has no " + Json.write(wanted));
  }

  private <T> void any(
      JsonNode wants, String noun, List<T> found, Match<T> match, List<String> names) {
    for (JsonNode want : wants) {
      Predicate<T> fits = one -> match.fits(one, want);
      if (found.stream().noneMatch(fits)) {
        failures.add("no " + noun + " " + Json.write(want) + " among " + told(found, names));
      }
    }
  }

  /** How many there are, with the first of their names, which mostly tell what was misspelt. */
  private static String told(List<?> found, List<String> names) {
    List<String> different = names.stream().distinct().limit(MOST_NAMES).toList();
    boolean more = names.stream().distinct().count() > different.size();
    return different.isEmpty()
        ? String.valueOf(found.size())
        : found.size() + ": " + String.join(", ", different) + (more ? ", …" : "");
  }

  private static boolean span(Span span, JsonNode want) {
    return equal(want.path("name"), span.name())
        && equal(want.path("resource"), span.resource())
        && equal(want.path("service"), span.service())
        && (want.path("error").isMissingNode()
            || want.path("error").asBoolean() == (span.error() != 0))
        && tags(span, want.path("tags"));
  }

  private static boolean tags(Span span, JsonNode tags) {
    List<String> names = new ArrayList<>();
    tags.fieldNames().forEachRemaining(names::add);
    return names.stream()
        .allMatch(
            name -> {
              String text = span.meta().get(name);
              Double number = span.metrics().get(name);
              JsonNode want = tags.path(name);
              return text == null
                  ? number != null && number == want.asDouble()
                  : text.equals(want.asText());
            });
  }

  private static boolean metric(MetricPoint point, JsonNode want) {
    List<String> tags = new ArrayList<>();
    want.path("tags").forEach(tag -> tags.add(tag.asText()));
    return equal(want.path("metric"), point.metric())
        && (want.path("value").isMissingNode() || want.path("value").asDouble() == point.value())
        && point.tags().containsAll(tags);
  }

  private static boolean equal(JsonNode want, String value) {
    return want.isMissingNode() || want.asText().equals(value);
  }

  private interface Match<T> {
    boolean fits(T found, JsonNode want);
  }
}
