package io.sleddog.lambda.context;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors that Datadog's libraries agree on. */
class StepFunctionContextTest {
  private static final String EXECUTION =
      "arn:aws:states:sa-east-1:425362996713:execution:abhinav-activity-state-machine"
          + ":72a7ca3e-901c-41bb-b5a3-5f279b92a316";

  @ParameterizedTest
  @CsvSource({"0,0,3929055471293792800", "1,0,5324109749361013132", "0,1,8782364156266188026"})
  void tryParse_execution_givesTheAgreedIds(int retries, int redrives, long parentId) {
    TraceContext context =
        requireNonNull(
            StepFunctionContext.tryParse(
                Json.parse(
                    "{\"Execution\":{\"Id\":\""
                        + EXECUTION
                        + "\",\"RedriveCount\":"
                        + redrives
                        + "},\"StateMachine\":{},\"State\":{\"Name\":\"Lambda Invoke\","
                        + "\"EnteredTime\":\"2024-12-04T19:38:04.118Z\",\"RetryCount\":"
                        + retries
                        + "}}")));
    assertThat(context.traceIdLow()).isEqualTo(435175499815315247L);
    assertThat(Hex.text(context.traceIdHigh())).isEqualTo("3e7a89d1b7310603");
    assertThat(context.parentId()).isEqualTo(parentId);
    assertThat(context.priority()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"RootExecutionId\":\"4875aba4-ae31-4a4c-bf8a-63e9eee31dad\";"
            + "4521899030418994483;12d1270d99cc5e03",
        "\"x-datadog-trace-id\":\"5821803790426892636\","
            + "\"x-datadog-tags\":\"_dd.p.dm=-0,_dd.p.tid=672a7cb100000000\";"
            + "5821803790426892636;672a7cb100000000",
      })
  void tryParse_newerForm_takesTheRootsTrace(String root, long traceId, String high) {
    TraceContext context =
        requireNonNull(
            StepFunctionContext.tryParse(
                Json.parse(
                    "{\"serverless-version\":\"v1\","
                        + root
                        + ",\"Execution\":{\"Id\":\"665c417c-1237-4742-aaca-8b3becbb9e75\"},"
                        + "\"StateMachine\":{},\"State\":{\"Name\":\"my-awesome-state\","
                        + "\"EnteredTime\":\"Mon Nov 13 12:43:33 PST 2023\"}}")));
    assertThat(context.traceIdLow()).isEqualTo(traceId);
    assertThat(Hex.text(context.traceIdHigh())).isEqualTo(high);
    assertThat(context.parentId()).isEqualTo(6880978411788117524L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"Execution\":{},\"StateMachine\":{},\"State\":{}}",
        "{\"Execution\":\"x\",\"StateMachine\":{},\"State\":{}}",
        "{\"Execution\":{\"Id\":\"x\"},\"StateMachine\":{},\"State\":{\"Name\":\"y\"}}",
      })
  void tryParse_otherObjects_areNone(String text) {
    assertThat(StepFunctionContext.tryParse(Json.parse(text))).isNull();
  }
}
