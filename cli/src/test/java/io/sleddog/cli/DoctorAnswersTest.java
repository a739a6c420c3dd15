package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.cli.aws.FakeAws;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor makes of answers, of none, and of the times and numbers in them. */
class DoctorAnswersTest {
  private final Practice practice;
  private final FakeAws aws;
  private final Console console;

  DoctorAnswersTest(@TempDir Path folder) {
    this.practice = new Practice(folder);
    this.aws = practice.aws();
    this.console = practice.console();
  }

  /** Each call that may be denied, and the answers that are then unknown; the run goes on. */
  @ParameterizedTest
  @CsvSource({
    "GetPolicy,SD-LOG-009",
    "ListAliases,SD-FN-026",
    "SimulatePrincipalPolicy,SD-FN-029",
    "GetMetricData,SD-FWD-017",
    "ListObjectsV2,SD-FWD-020",
    "FilterLogEvents,SD-FN-005 SD-KEY-015 SD-FWD-016 SD-FWD-018",
    "GetFunctionConcurrency,",
    "GetAccountSettings,",
    "ListTags,",
    "DescribeAccountPolicies,",
  })
  void callThatIsDenied_makesAnswersUnknown(String operation, String causes) {
    practice.variables("Forwarder").put("DD_S3_BUCKET_NAME", "bucket");
    aws.fail(operation, "", "AccessDeniedException");

    assertThat(practice.findings()).isEmpty();
    List<String> unknown = practice.said("unknown");
    assertThat(unknown).containsAll(causes == null ? List.of() : List.of(causes.split(" ", 0)));
  }

  @ParameterizedTest
  @CsvSource({
    "GetPolicy",
    "ListAliases",
    "SimulatePrincipalPolicy",
    "GetMetricData",
    "ListObjectsV2",
    "FilterLogEvents",
    "GetFunctionConcurrency",
    "GetAccountSettings",
    "ListTags",
  })
  void callOfNobody_endsTheRun(String operation) {
    practice.variables("Forwarder").put("DD_S3_BUCKET_NAME", "bucket");
    aws.fail(operation, "", "ExpiredTokenException");

    assertThat(console.run("doctor", "-f", "orders")).isEqualTo(4);
    assertThat(console.err()).contains("Sign in again");
  }

  @ParameterizedTest
  @CsvSource({
    "3.130.0,SD-FWD-030",
    "1.0,SD-FWD-030",
    "4.0.0,",
    "5.4.11,",
    "v3,",
    "'',",
    "next,",
  })
  void forwarderOfYearsAgo_isSeenByItsTag(String version, String cause) {
    aws.always("ListTags", "{'Tags': {'dd_forwarder_version': '" + version + "'}}");
    practice.assertFound(cause);
  }

  /** The time of a metric in seconds, beside that of its log event: 2026-01-02T03:04:05Z. */
  @ParameterizedTest
  @CsvSource({
    "1767323045,",
    "1767319446,",
    "1767319444,SD-FWD-030",
    "1767323644,",
    "1767323646,SD-FWD-030",
    "1767323045000,SD-FWD-030",
    "1,SD-FWD-030",
  })
  void metricOfAnotherTime_isSeen(long seconds, String cause) {
    String line = "{\"m\":\"a\",\"v\":1,\"e\":" + seconds + ",\"t\":[]}";
    aws.logs().event(Practice.GROUP, 1_767_323_045_000L, line);
    practice.assertFound(cause);
  }

  @ParameterizedTest
  @CsvSource({"64799000,", "64801000,SD-FWD-030"})
  void logThatCameLate_isSeen(long delayMillis, String cause) {
    aws.logs()
        .event(Practice.GROUP, 1_767_323_045_000L, "late")
        .put("ingestionTime", 1_767_323_045_000L + delayMillis);
    practice.assertFound(cause);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"ReservedConcurrentExecutions\": 2}',ReservedConcurrentExecutions 2",
    "'{}',UnreservedConcurrentExecutions 10",
  })
  void throttles_areShownWithTheLimitThatCausesThem(String concurrency, String evidence) {
    aws.always("GetFunctionConcurrency", concurrency);
    aws.always("GetAccountSettings", "{'AccountLimit': {'UnreservedConcurrentExecutions': 10}}");
    aws.others().answer("GetMetricData", "{'MetricDataResults': [{'Id': 'm2', 'Values': [4.0]}]}");

    assertThat(practice.findings()).containsExactly("SD-FWD-017");
    assertThat(console.out()).contains("4 invocations of the forwarder were put off", evidence);
  }

  @Test
  void twoObjectsOnOneLine_areDamaged() {
    aws.logs().event(Practice.GROUP, 0, "{\"m\":\"a\",\"v\":1} {\"m\":\"b\",\"v\":1}");
    assertThat(practice.findings()).containsExactly("SD-FN-023");
  }
}
