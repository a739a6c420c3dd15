package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Paging;
import io.sleddog.cli.aws.ServiceName;
import java.time.Instant;
import java.util.ArrayList;
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
    Map<String, Object> input =
        Map.of("logGroupName", group, "startTime", since.toEpochMilli(), "limit", ENOUGH);
    List<String> lines = new ArrayList<>();
    try {
      for (JsonNode event :
          Paging.NEXT_TOKEN_LOWER.upTo(
              ENOUGH,
              cloud.service(ServiceName.LOGS, region),
              "FilterLogEvents",
              input,
              "events")) {
        lines.add(event.path("message").asText());
      }
    } catch (AwsFailure e) {
      if (e.isSignedOut()) {
        throw e;
      }
    }
    return lines;
  }
}
