package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Paging;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads a sample of a log group. */
final class LineReader {
  private static final int ENOUGH = 1000;

  private final Cloud cloud;
  private final Instant since;

  /**
   * Creates it.
   *
   * @param cloud where it is
   * @param since the time of the oldest line that is looked at
   */
  LineReader(Cloud cloud, Instant since) {
    this.cloud = cloud;
    this.since = since;
  }

  Instant since() {
    return since;
  }

  /** The lines of the time looked at, at most some thousand; none if nobody may read them. */
  List<String> read(String group, String region) {
    return messages(events(group, region));
  }

  /** The same with their times, as the API gives them. */
  List<JsonNode> events(String group, String region) {
    Map<String, Object> input =
        Map.of("logGroupName", group, "startTime", since.toEpochMilli(), "limit", ENOUGH);
    Service logs = cloud.service(ServiceName.LOGS, region);
    try {
      return Paging.NEXT_TOKEN_LOWER.upTo(ENOUGH, logs, "FilterLogEvents", input, "events");
    } catch (AwsFailure e) {
      if (e.isSignedOut()) {
        throw e;
      }
      return List.of();
    }
  }

  /** The texts of events. */
  static List<String> messages(List<JsonNode> events) {
    return events.stream().map(it -> it.path("message").asText()).toList();
  }
}
