package io.sleddog.cli.subject;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Sums of CloudWatch's metrics over a time. */
public final class Activity {
  private static final int SECONDS = 60;

  private final Map<String, Long> sums;

  /**
   * Creates it.
   *
   * @param sums by the metrics' names; one is not there if nothing was counted
   */
  public Activity(Map<String, Long> sums) {
    this.sums = Collections.unmodifiableMap(new LinkedHashMap<>(sums));
  }

  /** The sums by the metrics' names. */
  public Map<String, Long> sums() {
    return sums;
  }

  /**
   * What to sum up.
   *
   * @param namespace such as {@code AWS/Lambda}
   * @param metrics their names
   * @param dimensions the dimensions' names and values
   */
  public record Question(String namespace, List<String> metrics, Map<String, String> dimensions) {}

  /** The metrics of a function. */
  public static Question ofFunction(String name) {
    return new Question(
        "AWS/Lambda", List.of("Invocations", "Errors", "Throttles"), Map.of("FunctionName", name));
  }

  /** Asks CloudWatch; gives nothing if nobody may do so. */
  public static Optional<Activity> read(
      Cloud cloud, String region, Question question, Instant since, Instant now) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("StartTime", since.toString());
    input.put("EndTime", now.toString());
    input.put("MetricDataQueries", queries(question));
    try {
      JsonNode answer = cloud.service(ServiceName.CLOUDWATCH, region).call("GetMetricData", input);
      return Optional.of(new Activity(sums(answer.path("MetricDataResults"), question)));
    } catch (AwsFailure e) {
      if (e.isSignedOut()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static Map<String, Long> sums(JsonNode results, Question question) {
    Map<String, Long> sums = new LinkedHashMap<>();
    for (JsonNode it : results) {
      int index = Integer.parseInt(it.path("Id").asText().substring(1));
      long sum = 0;
      for (JsonNode value : it.path("Values")) {
        sum += value.asLong();
      }
      if (!it.path("Values").isEmpty() && index < question.metrics().size()) {
        sums.put(question.metrics().get(index), sum);
      }
    }
    return sums;
  }

  private static List<Map<String, Object>> queries(Question question) {
    List<Map<String, String>> dimensions = new ArrayList<>();
    question
        .dimensions()
        .forEach((name, value) -> dimensions.add(Map.of("Name", name, "Value", value)));
    List<Map<String, Object>> queries = new ArrayList<>();
    for (int i = 0; i < question.metrics().size(); i++) {
      Map<String, Object> metric = new LinkedHashMap<>();
      metric.put("Namespace", question.namespace());
      metric.put("MetricName", question.metrics().get(i));
      metric.put("Dimensions", dimensions);
      queries.add(
          Map.of(
              "Id",
              "m" + i,
              "MetricStat",
              Map.of("Metric", metric, "Period", SECONDS, "Stat", "Sum")));
    }
    return queries;
  }

  /** The sum of a metric; nothing if nothing was counted. */
  public OptionalLong sum(String metric) {
    Long sum = sums.get(metric);
    return sum == null ? OptionalLong.empty() : OptionalLong.of(sum);
  }
}
