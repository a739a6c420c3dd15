package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import org.jspecify.annotations.Nullable;

/**
 * An invocation of a durable function: one of several that together are one execution, which the
 * event tells with all that was done in it so far.
 */
public final class DurableExecution {
  private static final String MARK = "/durable-execution/";
  private static final String CHECKPOINT = "_datadog_";

  private final Json event;

  private DurableExecution(Json event) {
    this.event = event;
  }

  /** Reads an event that is one. */
  public static DurableExecution of(Json event) {
    return new DurableExecution(event);
  }

  /** Adds the execution's name and id, and whether this is its first invocation. */
  public void tag(Tags tags) {
    String arn = String.valueOf(event.get("DurableExecutionArn").text());
    int mark = arn.indexOf(MARK);
    int slash = arn.indexOf('/', mark + MARK.length());
    if (mark < 0 || slash < 0 || slash == arn.length() - 1 || arn.indexOf('/', slash + 1) >= 0) {
      return;
    }
    tags.put("aws.durable.execution_name", arn.substring(mark + MARK.length(), slash));
    tags.put("aws.durable.execution_id", arn.substring(slash + 1));
    int count = 0;
    for (Json at = operations().first(); at.exists(); at = following(at)) {
      count++;
    }
    tags.put("aws.durable.first_invocation", count == 1 ? "true" : "false");
  }

  /** How an execution stands after an invocation; null if the response does not say. */
  public static @Nullable String status(Json response) {
    String status = response.get("Status").text();
    boolean known =
        "SUCCEEDED".equals(status) || "FAILED".equals(status) || "PENDING".equals(status);
    return known ? status : null;
  }

  /** Where the invocation before left the trace's context: its last checkpoint. */
  public Carrier carrier() {
    Json last = Json.MISSING;
    long highest = -1;
    for (Json at = operations().first(); at.exists(); at = following(at)) {
      Json operation = operations().isObject() ? at.next() : at;
      long number = number(String.valueOf(operation.get("Name").text()));
      if (number > highest) {
        highest = number;
        last = operation;
      }
    }
    String result = last.get("StepDetails").get("Result").text();
    String payload = result == null ? last.get("Payload").text() : result;
    return payload == null ? Carrier.NONE : Carrier.of(Json.parse(payload));
  }

  private Json operations() {
    return event.get("InitialExecutionState").get("Operations");
  }

  private Json following(Json at) {
    return operations().isObject() ? at.next().next() : at.next();
  }

  private static long number(String name) {
    if (!name.startsWith(CHECKPOINT) || name.length() > CHECKPOINT.length() + 9) {
      return -1;
    }
    try {
      return Integer.parseUnsignedInt(name.substring(CHECKPOINT.length()));
    } catch (NumberFormatException anotherName) {
      return -1;
    }
  }
}
