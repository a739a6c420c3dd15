package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.Paging;
import io.sleddog.cli.aws.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is new in a log group, each event once. */
public final class LogFollower {
  /** Events of several streams come in no strict order: so far back is looked again. */
  private static final long OVERLAP_MILLIS = Duration.ofSeconds(15).toMillis();

  private final Service logs;
  private final String group;
  private final Map<String, Long> seen = new HashMap<>();
  private long from;

  /**
   * Follows a log group.
   *
   * @param since from when on
   */
  public LogFollower(Service logs, String group, Instant since) {
    this.logs = logs;
    this.group = group;
    this.from = since.toEpochMilli();
  }

  /** The log group's name. */
  public String group() {
    return group;
  }

  /**
   * The events since the last look, oldest first.
   *
   * @throws io.sleddog.cli.aws.AwsFailure if AWS does not give them
   */
  public List<JsonNode> next() {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("logGroupName", group);
    input.put("startTime", from);
    List<JsonNode> fresh = new ArrayList<>();
    for (JsonNode event : Paging.NEXT_TOKEN_LOWER.all(logs, "FilterLogEvents", input, "events")) {
      long time = event.path("timestamp").asLong();
      if (seen.put(event.path("eventId").asText(), time) == null) {
        fresh.add(event);
        from = Math.max(from, time - OVERLAP_MILLIS);
      }
    }
    seen.values().removeIf(it -> it < from);
    return fresh;
  }
}
