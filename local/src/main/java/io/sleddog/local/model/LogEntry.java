package io.sleddog.local.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One log as an intake received it.
 *
 * @param fields all of it; not to be changed
 */
public record LogEntry(ObjectNode fields) {

  /** The log's text. */
  public String message() {
    return fields.path("message").asText();
  }

  /** The id of the log event it was made from; empty if it names none. */
  public String id() {
    return fields.path("id").asText();
  }

  /** The service it belongs to; empty if it names none. */
  public String service() {
    return fields.path("service").asText();
  }

  /** Milliseconds since the epoch; 0 if it names no time. */
  public long timestampMillis() {
    return fields.path("timestamp").asLong();
  }

  /** Its tags, joined by commas. */
  public String tags() {
    return fields.path("ddtags").asText();
  }
}
