package io.sleddog.cli.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;

/** Plain maps to requests of the SDK, and its answers to JSON. */
class PojoTest {
  @Test
  void write_nested_isTheSameAsTheSdksOwnBuilders() {
    GetMetricDataRequest.Builder request = GetMetricDataRequest.builder();

    PojoWriter.write(
        Map.of(
            "StartTime",
            "2026-01-02T03:04:05Z",
            "MetricDataQueries",
            List.of(
                Map.of(
                    "Id",
                    "m0",
                    "MetricStat",
                    Map.of(
                        "Stat",
                        "Sum",
                        "Period",
                        60,
                        "Metric",
                        Map.of(
                            "Namespace",
                            "AWS/Lambda",
                            "Dimensions",
                            List.of(Map.of("Name", "FunctionName", "Value", "a"))))))),
        request);
    Dimension dimension = Dimension.builder().name("FunctionName").value("a").build();
    MetricDataQuery expected =
        MetricDataQuery.builder()
            .id("m0")
            .metricStat(
                stat ->
                    stat.stat("Sum")
                        .period(60)
                        .metric(metric -> metric.namespace("AWS/Lambda").dimensions(dimension)))
            .build();
    assertThat(request.build())
        .isEqualTo(
            GetMetricDataRequest.builder()
                .startTime(Instant.parse("2026-01-02T03:04:05Z"))
                .metricDataQueries(expected)
                .build());
  }

  @Test
  void write_numbersAndBytes_haveTheTypesOfTheApi() {
    FilterLogEventsRequest.Builder filter = FilterLogEventsRequest.builder();
    PojoWriter.write(Map.of("startTime", 7, "limit", 9), filter);
    assertThat(filter.build().startTime()).isEqualTo(7L);
    PutLogEventsRequest.Builder put = PutLogEventsRequest.builder();
    PojoWriter.write(Map.of("logEvents", List.of(Map.of("timestamp", 5L, "message", "m"))), put);
    assertThat(put.build().logEvents().get(0).timestamp()).isEqualTo(5L);
    InvokeRequest.Builder invoke = InvokeRequest.builder();
    PojoWriter.write(Map.of("Payload", "{}"), invoke);
    assertThat(invoke.build().payload()).isEqualTo(SdkBytes.fromUtf8String("{}"));
  }

  @Test
  void write_memberThatIsNone_namesIt() {
    assertThatThrownBy(
            () ->
                PojoWriter.write(Map.of("limit", 1, "Limit", 2), FilterLogEventsRequest.builder()))
        .hasMessage("no such member: [Limit]");
  }

  @Test
  void read_answer_hasTheMembersThatAreSet() {
    GetFunctionResponse answer =
        GetFunctionResponse.builder()
            .configuration(it -> it.functionName("orders").memorySize(512))
            .tags(Map.of("team", "a"))
            .build();

    assertThat(PojoReader.read(answer).toString())
        .isEqualTo(
            "{\"Configuration\":{\"FunctionName\":\"orders\",\"MemorySize\":512},"
                + "\"Tags\":{\"team\":\"a\"}}");
  }
}
