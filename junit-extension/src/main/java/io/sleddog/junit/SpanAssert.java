package io.sleddog.junit;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is to hold of a span, as Datadog would receive it. */
public final class SpanAssert {
  private static final String LINKS = "_dd.span_links";
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Span span;
  private final Ride ride;
  private final Claim claim;

  SpanAssert(Span span, Ride ride) {
    this.span = span;
    this.ride = ride;
    this.claim = new Claim("the span " + span.name(), ride);
  }

  /** Its service is this one. */
  public SpanAssert hasService(String service) {
    claim.requireEqual(service, span.service(), "to have the service");
    return this;
  }

  /** Its resource is this one. */
  public SpanAssert hasResource(String resource) {
    claim.requireEqual(resource, span.resource(), "to have the resource");
    return this;
  }

  /** Its type is this one, such as {@code serverless} or {@code web}. */
  public SpanAssert hasType(String type) {
    claim.requireEqual(type, span.type(), "to have the type");
    return this;
  }

  /** It has a tag of that name. */
  public SpanAssert hasTag(String name) {
    boolean there = span.meta().containsKey(name) || span.metrics().containsKey(name);
    claim.require(there, "to have the tag " + name, () -> "it has " + tags());
    return this;
  }

  /** It has that tag with that text. */
  public SpanAssert hasTag(String name, String value) {
    hasTag(name);
    Double number = span.metrics().get(name);
    String found = span.meta().getOrDefault(name, String.valueOf(number));
    claim.requireEqual(value, found, "to have the tag " + name + " with");
    return this;
  }

  /** It has that tag with that number. */
  public SpanAssert hasTag(String name, double value) {
    hasTag(name);
    Object number = span.metrics().get(name);
    Object found = number == null ? span.meta().getOrDefault(name, "") : number;
    claim.requireEqual(value, found, "to have the tag " + name + " with");
    return this;
  }

  /** It has no tag of that name. */
  public SpanAssert hasNoTag(String name) {
    boolean there = span.meta().containsKey(name) || span.metrics().containsKey(name);
    claim.require(!there, "to have no tag " + name, () -> "it has " + span.meta().get(name));
    return this;
  }

  private List<String> tags() {
    List<String> names = new ArrayList<>(span.meta().keySet());
    names.addAll(span.metrics().keySet());
    names.sort(null);
    return names;
  }

  /** It is marked as failed. */
  public SpanAssert hasError() {
    ride.failureIsSeen();
    claim.require(span.error() != 0, "to be marked as failed", () -> "it is not");
    return this;
  }

  /**
   * It is marked as failed.
   *
   * @param text part of the error's message or type
   */
  public SpanAssert hasError(String text) {
    hasError();
    String type = span.meta().getOrDefault("error.type", "");
    String message = span.meta().getOrDefault("error.message", "");
    claim.requirePart(text, type + ": " + message, "to have failed with");
    return this;
  }

  /** It is not marked as failed. */
  public SpanAssert hasNoError() {
    ride.failureIsSeen();
    String message = span.meta().getOrDefault("error.message", "it is marked as failed");
    claim.require(span.error() == 0, "to have no error", () -> message);
    return this;
  }

  /** No span that arrived is above it. */
  public SpanAssert isRoot() {
    claim.require(
        parent().isEmpty(), "to be a root", () -> "it is below " + parent().map(Span::name).get());
    return this;
  }

  /** The span above it has that name. */
  public SpanAssert hasParent(String name) {
    claim.requireEqual(name, parent().map(Span::name).orElse("none"), "to be below");
    return this;
  }

  private Optional<Span> parent() {
    return ride.spans().stream()
        .filter(other -> other.spanId() == span.parentId() && !other.equals(span))
        .findFirst();
  }

  /** It goes on with a trace from elsewhere: the id of that trace's span is the one above it. */
  public SpanAssert continues(long traceId, long parentId) {
    claim.requireEqual(Span.hex(traceId), Span.hex(span.traceId()), "to be of the trace");
    claim.requireEqual(Span.hex(parentId), Span.hex(span.parentId()), "to be below the span");
    return this;
  }

  /** A span of that name is below it. */
  public SpanAssert hasChild(String name) {
    return hasChild(name, child -> {});
  }

  /** A span of that name, of which all holds, is below it. */
  public SpanAssert hasChild(String name, Consumer<SpanAssert> wants) {
    List<Span> all = children();
    List<Span> named = all.stream().filter(child -> child.name().equals(name)).toList();
    List<String> names = all.stream().map(Span::name).toList();
    claim.require(!named.isEmpty(), "to have a child " + name, () -> "its children are " + names);
    claim.any("a child " + name, named, child -> wants.accept(new SpanAssert(child, ride)));
    return this;
  }

  /** That many spans are below it. */
  public SpanAssert hasChildren(int count) {
    List<String> names = children().stream().map(Span::name).toList();
    claim.require(
        names.size() == count, "to have " + count + " children", () -> "they are " + names);
    return this;
  }

  private List<Span> children() {
    return ride.spans().stream()
        .filter(other -> other.parentId() == span.spanId() && !other.equals(span))
        .toList();
  }

  /** It has that many links to other spans. */
  public SpanAssert hasLinks(int count) {
    claim.requireEqual(count, links().size(), "to have as many links as");
    return this;
  }

  /**
   * It has a link to that span.
   *
   * @param traceId the trace's id, or the lower half of it
   */
  public SpanAssert hasLinkTo(long traceId, long spanId) {
    String wanted = Span.hex(traceId) + "/" + Span.hex(spanId);
    List<String> found = links().stream().map(SpanAssert::target).toList();
    claim.require(found.contains(wanted), "to have a link to " + wanted, () -> "it has " + found);
    return this;
  }

  private static String target(JsonNode link) {
    String trace = link.path("trace_id").asText();
    String low = trace.substring(Math.max(0, trace.length() - 16));
    return low + "/" + link.path("span_id").asText();
  }

  private List<JsonNode> links() {
    List<JsonNode> links = new ArrayList<>();
    Json.parse(span.meta().getOrDefault(LINKS, "[]")).forEach(links::add);
    return links;
  }

  /** It took no longer. */
  public SpanAssert tookAtMost(Duration longest) {
    claim.requireBetween(0, longest.toMillis(), millis(), "to take", "ms");
    return this;
  }

  /** It took at least as long. */
  public SpanAssert tookAtLeast(Duration shortest) {
    claim.requireBetween(shortest.toMillis(), Long.MAX_VALUE, millis(), "to take", "ms");
    return this;
  }

  private long millis() {
    return span.durationNanos() / NANOS_PER_MILLI;
  }
}
