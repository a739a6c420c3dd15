package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import io.sleddog.cli.json.Json;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single rules of the doctor: a fact that triggers it, and one close to it that does not. */
class DoctorRulesTest {
  private static final String REGION = "eu-west-1";
  private static final String FORWARDER = FakeLambda.arn("Forwarder", REGION);
  private static final String GROUP = "/aws/lambda/orders";
  private static final String FORWARDERS_LOG = "/aws/lambda/Forwarder";
  private static final String KEY = "0123456789abcdef0123456789ABCDEF";

  private final Practice practice;
  private final FakeAws aws;
  private final Console console;

  DoctorRulesTest(@TempDir Path folder) {
    this.practice = new Practice(folder);
    this.aws = practice.aws();
    this.console = practice.console();
  }

  @Test
  void healthy_findsNothing() {
    assertThat(findings()).isEmpty();
  }

  /** What nobody sees from outside is not said to be well. */
  @ParameterizedTest
  @CsvSource({
    "python3.12,Zip,the runtime is python3.12",
    "provided.al2023,Zip,the runtime is provided.al2023",
    "java21,Image,its Dockerfile needs",
  })
  void functionThatIsNoJavaArchive_isNotSaidToBeInstrumented(
      String runtime, String packageType, String evidence) {
    ObjectNode orders = aws.lambda().function("orders", Practice.REGION);
    orders.put("Runtime", runtime).put("PackageType", packageType).put("Handler", "a.b");
    if (packageType.equals("Image")) {
      orders.remove("Runtime");
    }

    assertThat(findings()).doesNotContain("SD-FN-004");
    assertThat(practice.said("unknown")).contains("SD-FN-004");
    assertThat(console.out()).contains(evidence);
  }

  @ParameterizedTest
  @CsvSource({
    "DD_TRACE_SAMPLE_RATE,0,SD-FN-022",
    "DD_TRACE_SAMPLE_RATE,0.00,SD-FN-022",
    "DD_TRACE_SAMPLE_RATE,0.01,",
    "DD_TRACE_ENABLED,FALSE,SD-FN-022",
    "DD_TRACE_ENABLED,true,",
    "DD_FLUSH_TO_LOG,False,SD-FN-005",
    "DD_FLUSH_TO_LOG,true,",
    "DD_ENHANCED_METRICS,false,SD-FWD-030",
    "DD_ENHANCED_METRICS,true,",
    "DD_LAMBDA_HANDLER,'',SD-FN-004",
    "DD_LAMBDA_HANDLER,a.B,",
  })
  void functionsVariable_isJudged(String name, String value, String cause) {
    variables("orders").put(name, value);
    assertFound(cause);
  }

  @ParameterizedTest
  @CsvSource({
    "DD_API_KEY,'',SD-KEY-002",
    "DD_API_KEY,0123456789abcdef0123456789abcde,SD-KEY-002",
    "DD_API_KEY,0123456789abcdef0123456789abcdeg,SD-KEY-002",
    "DD_API_KEY,' " + KEY + " ',",
    "DD_FETCH_LAMBDA_TAGS,false,SD-FWD-025",
    "DD_FETCH_LAMBDA_TAGS,True,",
    "DD_FORWARD_LOG,false,SD-FWD-019",
    "DD_FORWARD_LOG,true,",
    "EXCLUDE_AT_MATCH,debug,SD-FWD-019",
    "INCLUDE_AT_MATCH,error,SD-FWD-019",
    "INCLUDE_AT_MATCH,'',",
    "SLEDDOG_DATADOG,false,",
  })
  void forwardersVariable_isJudged(String name, String value, String cause) {
    forwarder(name, value);
    assertFound(cause);
  }

  @Test
  void forwarderOfACollectorAlone_needsNoKey() {
    variables("Forwarder").remove("DD_API_KEY");
    forwarder("SLEDDOG_DATADOG", "False");
    assertThat(findings()).isEmpty();
    forwarder("SLEDDOG_DATADOG", "true");
    assertThat(findings()).containsExactly("SD-KEY-002");
  }

  @ParameterizedTest
  @CsvSource({"DD_API_KEY_SECRET_ARN", "DD_API_KEY_SSM_NAME", "DD_KMS_API_KEY"})
  void keyElsewhere_isAKey(String name) {
    variables("Forwarder").remove("DD_API_KEY");
    assertThat(findings()).containsExactly("SD-KEY-002");
    forwarder(name, "somewhere");
    assertThat(findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Missing Datadog API key,SD-KEY-002",
    "answer 403 Forbidden,SD-KEY-002",
    "AccessDeniedException,SD-KEY-015 SD-FWD-016",
    "Access to KMS is not allowed,SD-KEY-015",
    "an error happened,SD-FWD-016",
    "no terror here,",
    "Task timed out after 120.00 seconds,SD-FWD-016",
    "Duration: 108000.0 ms Memory Size: 512 MB Max Memory Used: 100 MB,SD-FWD-018",
    "Duration: 107999.0 ms Memory Size: 512 MB Max Memory Used: 511 MB,",
    "Duration: 1.0 ms Memory Size: 512 MB Max Memory Used: 512 MB,SD-FWD-018",
  })
  void forwardersLine_isJudged(String line, String causes) {
    aws.logs().event(FORWARDERS_LOG, 0, line);
    assertFound(causes);
  }

  @ParameterizedTest
  @CsvSource({
    "Task timed out after 3.00 seconds,SD-FN-024",
    "java.lang.OutOfMemoryError: Java heap space,SD-FN-024",
    "Memory Size: 128 MB  Max Memory Used: 128 MB,SD-FN-024",
    "Memory Size: 128 MB  Max Memory Used: 127 MB,",
    "Class not found: io.sleddog.lambda.LayerHandler,SD-FN-024",
    "Class not found: com.acme.Orders,",
    "'INFO {\"m\":\"a\",\"v\":1}',SD-FN-023",
    "'{\"traces\":[[{\"_sampling_priority_v1\":0}]]}',SD-FN-022",
    "'{\"traces\":[[{\"_sampling_priority_v1\":1}]]}',",
  })
  void functionsLine_isJudged(String line, String cause) {
    aws.logs().event(GROUP, 0, line);
    assertFound(cause);
  }

  @Test
  void lineOfGreatLength_isCutByTheLog() {
    aws.logs().event(GROUP, 0, "{\"m\":\"" + "a".repeat(262_100) + "\"}");
    assertThat(findings()).isEmpty();
    aws.logs().event(GROUP, 0, "{\"m\":\"" + "a".repeat(262_200) + "\"}");
    assertThat(findings()).containsExactly("SD-FN-023");
  }

  @ParameterizedTest
  @CsvSource({"0,SD-FWD-017", "1,"})
  void reservedConcurrency_isJudged(int reserved, String cause) {
    aws.always("GetFunctionConcurrency", "{'ReservedConcurrentExecutions': " + reserved + "}");
    assertFound(cause);
  }

  @ParameterizedTest
  @CsvSource({"3,SD-FWD-020", "0,"})
  void parkedInAQueue_isCounted(int number, String cause) {
    forwarder("DD_SQS_QUEUE_URL", "https://queue");
    aws.always(
        "GetQueueAttributes", "{'Attributes':{'ApproximateNumberOfMessages':'" + number + "'}}");
    assertFound(cause);
  }

  @Test
  void parkedInABucket_isCounted() {
    forwarder("DD_S3_BUCKET_NAME", "bucket");
    aws.always("ListObjectsV2", "{'Contents':[]}");
    assertThat(findings()).isEmpty();
    aws.always("ListObjectsV2", "{'Contents':[{'Key':'failed_events/a'}]}");
    assertThat(findings()).containsExactly("SD-FWD-020");
    assertThat(console.out()).contains("1 failed events wait");
  }

  @Test
  void policyMissing_isNotAllowed() {
    aws.fail("GetPolicy", "Forwarder", "ResourceNotFoundException");
    assertThat(findings()).containsExactly("SD-LOG-009");
  }

  @Test
  void policyWithoutAStatement_isNotAllowed() {
    aws.always("GetPolicy", "{'Policy': '{}'}");
    assertThat(findings()).containsExactly("SD-LOG-009");
  }

  @Test
  void alias_toAVersionWithAnotherHandler_isOld() {
    aws.always("ListAliases", "{'Aliases':[{'Name':'live','FunctionVersion':'3'}]}");
    assertThat(findings()).isEmpty();
    aws.always("GetFunctionConfiguration", "{'FunctionName':'orders','Handler':'a.B'}");
    assertThat(findings()).contains("SD-FN-026");
    assertThat(console.out()).contains("--publish --alias live");
  }

  @ParameterizedTest
  @CsvSource({"4,warn", "5,fail"})
  void foreignFilters_fillTheSlots(int number, String verdict) {
    console.run("logs", "unsubscribe", "--log-group", GROUP);
    for (int i = 0; i < number; i++) {
      aws.logs().filter(GROUP, "other-" + i, "arn:aws:logs:eu-west-1:1:destination:d" + i);
    }
    assertThat(findings("--rule", "SD-LOG-008")).containsExactly("SD-LOG-008");
    assertThat(Json.parse(console.out()).at("/result/subjects/0/rules/0/verdict").asText())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "Forwarder,",
    "arn:aws:lambda:eu-west-1:123456789012:function:Forwarder,",
    "warder,SD-LOG-001",
    "Forward,SD-LOG-001",
  })
  void forwarderNamed_isTheOneOfThatWholeName(String named, String cause) {
    assertThat(findings("--forwarder", named, "--rule", "SD-LOG-001"))
        .isEqualTo(cause == null ? List.of() : List.of(cause));
  }

  @Test
  void vpc_withoutTimeouts_isNoFinding() {
    aws.lambda()
        .function("Forwarder", REGION)
        .putObject("VpcConfig")
        .putArray("SubnetIds")
        .add("s");
    assertThat(findings()).isEmpty();
    aws.logs().event(FORWARDERS_LOG, 0, "UnknownHost");
    assertThat(findings()).containsExactly("SD-FWD-007");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1,2,3,4]|",
        "[3,4]|metrics, traces",
        "[]|metrics, traces, REPORT lines, plain logs",
      })
  void pattern_isTriedOnEachKindOfLine(String passing, String heldBack) {
    aws.logs().add(GROUP);
    aws.logs().filtersOf(GROUP).values().forEach(it -> it.put("filterPattern", "[a, b]"));
    aws.always(
        "TestMetricFilter",
        "{'matches': " + passing.replaceAll("(\\d)", "{'eventNumber': $1}") + "}");

    assertThat(findings()).isEqualTo(heldBack == null ? List.of() : List.of("SD-LOG-013"));
    if (heldBack != null) {
      assertThat(console.out()).contains("it holds back " + heldBack + "\"");
    }
  }

  @ParameterizedTest
  @CsvSource({"allowed,", "implicitDeny,SD-FN-029"})
  void functionsRole_mayWriteLogsOrNot(String decision, String cause) {
    aws.others()
        .answer(
            "SimulatePrincipalPolicy",
            "{'EvaluationResults': [{'EvalActionName': 'logs:PutLogEvents', 'EvalDecision': '"
                + decision
                + "'}]}");
    assertThat(findings("--rule", "SD-FN-029"))
        .isEqualTo(cause == null ? List.of() : List.of(cause));
  }

  @Test
  void forwardersRole_withoutRights_isSeen() {
    forwarder("DD_API_KEY_SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:1:secret:k");
    aws.others()
        .answer(
            "SimulatePrincipalPolicy", "{'EvaluationResults': [{'EvalDecision': 'explicitDeny'}]}");

    assertThat(findings()).containsExactly("SD-FN-029", "SD-KEY-015", "SD-FWD-025");
  }

  @Test
  void customGroup_whileTheUsualOneIsRead_isSeen() {
    aws.lambda().function("orders", REGION).putObject("LoggingConfig").put("LogGroup", "/shop");
    aws.logs().add("/shop");

    assertThat(findings()).startsWith("SD-LOG-011", "SD-LOG-001");
    assertThat(console.out())
        .contains("the forwarder reads /aws/lambda/orders, but the function writes to /shop");
    aws.logs().filter("/shop", "f", FORWARDER);
    assertThat(findings("--rule", "SD-LOG-011")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'',", "'LogGroupName NOT IN [\"/aws/lambda/orders\"]',SD-LOG-001"})
  void accountPolicy_subscribesAllGroupsButSome(String criteria, String cause) {
    console.run("logs", "unsubscribe", "--log-group", GROUP);
    aws.always(
        "DescribeAccountPolicies",
        Json.object()
            .set(
                "accountPolicies",
                Json.array()
                    .add(
                        Json.object()
                            .put("selectionCriteria", criteria)
                            .put("policyDocument", "{\"DestinationArn\":\"" + FORWARDER + "\"}")))
            .toString());

    assertThat(findings("--forwarder", FORWARDER, "--rule", "SD-LOG-001"))
        .isEqualTo(cause == null ? List.of() : List.of(cause));
  }

  @ParameterizedTest
  @CsvSource({"m0,SD-LOG-009", "m1,SD-FWD-016 SD-FWD-017"})
  void metrics_areJudged(String id, String causes) {
    aws.others()
        .answer(
            "GetMetricData", "{'MetricDataResults': [{'Id': '" + id + "', 'Values': [1.0, 2.0]}]}");
    assertFound(causes);
  }

  @ParameterizedTest
  @CsvSource({
    "EXCLUDE_AT_MATCH,order,1 of the 3 logs",
    "INCLUDE_AT_MATCH,order,2 of the 3 logs",
    "INCLUDE_AT_MATCH,(,it is no regular expression",
  })
  void forwardersPattern_isTriedOnTheSample(String name, String pattern, String message) {
    aws.logs().event(GROUP, 0, "order 7");
    aws.logs().event(GROUP, 0, "bill 8");
    forwarder(name, pattern);

    assertThat(findings()).containsExactly("SD-FWD-019");
    assertThat(console.out()).contains(message);
  }

  /** A forwarder that may not be read is no forwarder that is gone. */
  @ParameterizedTest
  @CsvSource({"AccessDeniedException,unknown", "ResourceNotFoundException,fail"})
  void forwarder_unread_isGoneOnlyIfLambdaSaysSo(String code, String verdict) {
    aws.fail("GetFunctionConfiguration", FORWARDER, code);

    findings("--rule", "SD-LOG-014");
    assertThat(Json.parse(console.out()).at("/result/subjects/0/rules/0/verdict").asText())
        .isEqualTo(verdict);
  }

  @Test
  void rule_thatIsNone_isWrongUsage() {
    assertThat(console.run("doctor", "-f", "orders", "--rule", "SD-LOG-999")).isEqualTo(2);
    assertThat(console.err()).contains("There is no rule SD-LOG-999");
    assertThat(console.run("doctor", "-f", "orders", "--rule", "SD-LOG-001")).isZero();
  }

  private void assertFound(@Nullable String causes) {
    practice.assertFound(causes);
  }

  private List<String> findings(String... more) {
    return practice.findings(more);
  }

  private void forwarder(String name, String value) {
    practice.variables("Forwarder").put(name, value);
  }

  private ObjectNode variables(String function) {
    return practice.variables(function);
  }
}
