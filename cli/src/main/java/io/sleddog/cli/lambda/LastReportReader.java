package io.sleddog.cli.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.subject.FunctionState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Looks for a function's last invocation at the end of its newest log stream. */
final class LastReportReader {
  private static final int LINES = 100;

  private final Cloud cloud;

  LastReportReader(Cloud cloud) {
    this.cloud = cloud;
  }

  /** The report; nothing if there is none, or if nobody may read it. */
  Optional<LastReport> read(FunctionState function) {
    Service logs = cloud.service(ServiceName.LOGS, function.region());
    try {
      String stream = newestStream(logs, function.logGroup());
      return stream.isEmpty() ? Optional.empty() : last(logs, function.logGroup(), stream);
    } catch (AwsFailure e) {
      if (e.isSignedOut()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static String newestStream(Service logs, String group) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("logGroupName", group);
    input.put("orderBy", "LastEventTime");
    input.put("descending", true);
    input.put("limit", 1);
    return logs.call("DescribeLogStreams", input)
        .path("logStreams")
        .path(0)
        .path("logStreamName")
        .asText("");
  }

  private static Optional<LastReport> last(Service logs, String group, String stream) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("logGroupName", group);
    input.put("logStreamName", stream);
    input.put("startFromHead", false);
    input.put("limit", LINES);
    JsonNode events = logs.call("GetLogEvents", input).path("events");
    return IntStream.range(0, events.size())
        .mapToObj(i -> events.path(events.size() - 1 - i))
        .flatMap(it -> report(it).stream())
        .findFirst();
  }

  private static Optional<LastReport> report(JsonNode event) {
    Instant time = Instant.ofEpochMilli(event.path("timestamp").asLong());
    return LastReport.parse(event.path("message").asText(), time);
  }
}
