package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which kinds of lines a filter's pattern holds back, as CloudWatch Logs itself tells. */
final class FilterPatternRule {
  private static final List<String> KINDS =
      List.of("metrics", "traces", "REPORT lines", "plain logs");
  private static final List<String> LINES =
      List.of(
          "{\"m\":\"shop.orders\",\"v\":1,\"e\":1700000000,\"t\":[]}",
          "{\"traces\":[[{\"trace_id\":\"1\",\"span_id\":\"2\"}]]}",
          "REPORT RequestId: 0 Duration: 1.00 ms Billed Duration: 1 ms",
          "order 7 is packed");

  private final Cloud cloud;

  /**
   * Creates it.
   *
   * @param cloud where the filter is
   */
  FilterPatternRule(Cloud cloud) {
    this.cloud = cloud;
  }

  /**
   * The kinds that do not pass.
   *
   * @return nothing if CloudWatch Logs may not be asked
   */
  Optional<List<String>> heldBack(String pattern, String region) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("filterPattern", pattern);
    input.put("logEventMessages", LINES);
    try {
      JsonNode answer = cloud.service(ServiceName.LOGS, region).call("TestMetricFilter", input);
      List<String> left = new ArrayList<>(KINDS);
      answer
          .path("matches")
          .forEach(it -> left.remove(KINDS.get(it.path("eventNumber").asInt(1) - 1)));
      return Optional.of(left);
    } catch (AwsFailure e) {
      if (e.isSignedOut()) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
