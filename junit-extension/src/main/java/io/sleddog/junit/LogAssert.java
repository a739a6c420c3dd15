package io.sleddog.junit;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.Span;
import io.sleddog.local.session.TraceId;
import java.util.List;
import java.util.Optional;

/** What is to hold of a log line, as Datadog would receive it. */
public final class LogAssert {
  private final LogEntry log;
  private final Ride ride;
  private final Claim claim;

  LogAssert(LogEntry log, Ride ride) {
    this.log = log;
    this.ride = ride;
    this.claim = new Claim("the log " + log.message().strip(), ride);
  }

  /** It has this text too. */
  public LogAssert contains(String text) {
    claim.requirePart(text, log.message(), "to contain");
    return this;
  }

  /** Its service is this one. */
  public LogAssert hasService(String service) {
    claim.requireEqual(service, log.service(), "to have the service");
    return this;
  }

  /**
   * It has this tag.
   *
   * @param tag as Datadog has it, {@code name:value}
   */
  public LogAssert hasTag(String tag) {
    List<String> tags = List.of(log.tags().split(",", -1));
    claim.require(tags.contains(tag), "to have the tag " + tag, () -> "it has " + tags);
    return this;
  }

  /**
   * It has a field of that name with that value, in what Datadog receives or in a message that is
   * JSON.
   */
  public LogAssert hasField(String name, String value) {
    JsonNode own = log.fields().path(name);
    Optional<JsonNode> inner = Json.tryParseObject(log.message()).map(json -> json.path(name));
    String found = (own.isMissingNode() ? inner.orElse(own) : own).asText("none");
    claim.requireEqual(value, found, "to have the field " + name + " with");
    return this;
  }

  /** It names the invocation's trace, so that Datadog shows both together. */
  public LogAssert isCorrelated() {
    List<Long> traces = ride.spans().stream().map(Span::traceId).distinct().toList();
    Optional<Long> named = TraceId.of(log);
    claim.require(
        named.filter(traces::contains).isPresent(),
        "to name the trace of the invocation",
        () -> named.map(id -> "it names " + Span.hex(id)).orElse("it names none"));
    return this;
  }
}
