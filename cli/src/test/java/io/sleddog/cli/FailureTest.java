package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import io.sleddog.cli.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands print, and how they end, when AWS does not do as it is told. */
class FailureTest {
  private static final String REGION = "eu-west-1";
  private static final String FORWARDER = FakeLambda.arn("Forwarder", REGION);

  private final FakeAws aws = new FakeAws();
  private final Console console;

  FailureTest(@TempDir Path folder) {
    this.console = new Console(folder, aws);
  }

  @BeforeEach
  void fill() {
    aws.lambda().layerUpTo(1);
    aws.lambda().add("Forwarder", REGION);
    for (String name : List.of("bill", "orders")) {
      aws.lambda().add(name, REGION);
      aws.logs().add("/aws/lambda/" + name);
    }
  }

  @Test
  void firstFails_othersAreNotBegun() {
    aws.fail("UpdateFunctionConfiguration", "bill", "AccessDeniedException");

    assertThat(instrument()).isEqualTo(1);
    Golden.assertSame("failure-first.txt", console.out());
    assertThat(aws.lambda().function("orders", REGION).path("RevisionId").asText()).isEqualTo("1");
  }

  @Test
  void firstFailsHalfway_endsWithPartlyDone() {
    aws.fail("PutSubscriptionFilter", "bill", "LimitExceededException");

    assertThat(instrument("--json")).isEqualTo(5);
    JsonNode functions = Json.parse(console.out()).at("/result/functions");
    assertThat(functions.at("/0/outcome").asText()).isEqualTo("failed");
    assertThat(functions.at("/0/callsMade").asInt()).isEqualTo(3);
    assertThat(functions.at("/0/error/retryable").asBoolean()).isFalse();
    assertThat(functions.at("/1/outcome").asText()).isEqualTo("skipped");
  }

  @Test
  void firstFailsAndOthersAreWanted_areDone() {
    aws.fail("PutSubscriptionFilter", "bill", "LimitExceededException");

    assertThat(instrument("--keep-going")).isEqualTo(1);
    Golden.assertSame("failure-keep-going.txt", console.out());
    assertThat(console.err()).contains("Not done: 1 of 2 functions");
    assertThat(aws.logs().filtersOf("/aws/lambda/orders")).containsKey("sleddog-forwarder");
  }

  /** Codes of passing faults and of lasting ones, at the first call that changes something. */
  @ParameterizedTest
  @CsvSource({
    "TooManyRequestsException,1,true,Run it again",
    "ServiceException,1,true,Run it again",
    "Unreached,1,true,Run it again",
    "PreconditionFailedException,1,true,changed by somebody else",
    "InvalidParameterValueException,1,false,See what AWS says",
    "AccessDeniedException,1,false,lambda:UpdateFunctionConfiguration",
    "ExpiredTokenException,4,false,Sign in again",
  })
  void update_fails_saysWhetherAnotherTryHelps(
      String code, int status, boolean isRetryable, String remedy) {
    aws.fail("UpdateFunctionConfiguration", "", code);

    assertThat(instrument("--json")).isEqualTo(status);
    JsonNode envelope = Json.parse(console.out());
    assertThat(envelope.path("ok").asBoolean(true)).isFalse();
    assertThat(envelope.at("/error/retryable").asBoolean()).isEqualTo(isRetryable);
    assertThat(envelope.at("/result/functions/0/error/remedy").asText()).contains(remedy);
  }

  @Test
  void reading_isThrottled_saysWhichCallAndChangesNothing() {
    aws.fail("GetFunction", "bill", "TooManyRequestsException");

    instrument("--dry-run");
    assertThat(console.out()).contains("bill: lambda:GetFunction failed: said by the test");
    assertThat(aws.calls()).doesNotContain("UpdateFunctionConfiguration");
  }

  @ParameterizedTest
  @CsvSource({
    "lambda uninstrument -f bill,GetFunction",
    "lambda instrument -f b*,ListFunctions",
    "logs list,DescribeLogGroups",
    "doctor -f bill,GetFunction",
  })
  void command_signedOut_endsWithItsOwnStatus(String command, String operation) {
    aws.fail(operation, "", "ExpiredTokenException");

    assertThat(console.run(command.split(" ", 0))).isEqualTo(4);
    assertThat(console.err()).contains("Sign in again, or take another --profile");
    assertThat(console.run((command + " --json").split(" ", 0))).isEqualTo(4);
    assertThat(Json.parse(console.out()).at("/error/id").asText()).isEqualTo("credentials");
  }

  @Test
  void updateUnderWay_thatFails_tellsLambdasReason() {
    aws.lambda().function("bill", REGION).put("LastUpdateStatus", "InProgress");
    aws.always(
        "GetFunctionConfiguration",
        "{'LastUpdateStatus': 'Failed', 'LastUpdateStatusReason': 'no such subnet'}");

    assertThat(console.run("lambda", "instrument", "-f", "bill")).isEqualTo(1);
    assertThat(console.out()).contains("could not carry the change out: no such subnet");
  }

  @Test
  void uninstrument_printsItsPlanAndOutcome() {
    instrument();
    assertThat(console.run("lambda", "uninstrument", "-f", "bill", "--dry-run", "--json")).isZero();
    Golden.assertSame("uninstrument-dry-run.json", console.out());
    assertThat(console.run("lambda", "uninstrument", "-f", "bill")).isZero();
    Golden.assertSame("uninstrument-real.txt", console.out());
    assertThat(console.run("lambda", "uninstrument", "-f", "bill")).isZero();
    assertThat(console.out()).isEqualTo("1 function: 1 unchanged\n");
  }

  @Test
  void logs_printTheirPlansAndOutcomes() {
    String[] subscribe = {
      "logs", "subscribe", "--log-group", "/aws/lambda/*", "--forwarder", FORWARDER, "--json"
    };
    assertThat(console.run(subscribe)).isZero();
    Golden.assertSame("logs-subscribe.json", console.out());
    assertThat(console.run("logs", "unsubscribe", "--log-group", "/aws/lambda/*")).isZero();
    Golden.assertSame("logs-unsubscribe.txt", console.out());
  }

  @Test
  void verbose_namesEachCallOnStandardError() {
    assertThat(console.run("logs", "list", "--verbose", "--json")).isZero();
    assertThat(console.err()).contains("calling logs:DescribeLogGroups in eu-west-1");
    assertThat(Json.parse(console.out()).path("ok").asBoolean()).isTrue();
  }

  @Test
  void colour_always_isInTheTableAndNeverInJson() {
    assertThat(console.run("logs", "list", "--color", "always")).isZero();
    assertThat(console.out()).contains("\u001b[");
    assertThat(console.run("logs", "list", "--color", "always", "--json")).isZero();
    assertThat(console.out()).doesNotContain("\u001b[");
  }

  private int instrument(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("lambda", "instrument", "-f", "bill,orders", "--forwarder", FORWARDER));
    words.addAll(List.of(more));
    return console.run(words.toArray(String[]::new));
  }
}
