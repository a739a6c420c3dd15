package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import io.sleddog.cli.json.Json;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and values that make no sense: each is told, with its own id, before anything is done. */
class InputTest {
  private static final String REGION = "eu-west-1";
  private static final String FORWARDER = FakeLambda.arn("Forwarder", REGION);

  private final FakeAws aws = new FakeAws();
  private final Console console;

  InputTest(@TempDir Path folder) {
    this.console = new Console(folder, aws);
  }

  @BeforeEach
  void fill() {
    aws.lambda().layerUpTo(1);
    aws.lambda().add("Forwarder", REGION);
    aws.lambda().add("orders", REGION);
    aws.logs().add("/aws/lambda/orders");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lambda instrument|2|no-functions",
        "lambda uninstrument|2|no-functions",
        "doctor|2|no-functions",
        "lambda instrument -f a!b|2|function-name",
        "lambda instrument -f arn:aws:s3:::x|2|function-name",
        "lambda instrument -f arn:aws:lambda:eu-west-1:123456789012:layer:x|2|function-name",
        "lambda instrument -f orders:live|2|function-version",
        "lambda instrument -f orders --functions-regex o|2|function-and-regex",
        "lambda instrument --functions-regex (|2|regex",
        "lambda instrument --functions-regex a:b|2|regex-arn",
        "lambda instrument --functions-regex nothing|1|functions-missing",
        "lambda instrument --stack nope|1|stack-missing",
        "lambda uninstrument --stack nope|1|stack-missing",
        "lambda status --stack nope|1|stack-missing",
        "doctor --stack nope|1|stack-missing",
        "lambda instrument -f orders --layer-version x|2|layer-version",
        "lambda instrument -f orders --layer-version 0|2|layer-version",
        "lambda instrument -f orders --layer-version -1|2|layer-version",
        "lambda instrument -f orders --extra-tags x|2|extra-tags",
        "lambda instrument -f orders --extra-tags a:b,:c|2|extra-tags",
        "lambda instrument -f orders --extra-tags a:|2|extra-tags",
        "lambda instrument -f orders --replace-tags|2|replace-tags",
        "lambda instrument -f orders --alias live|2|alias-without-publish",
        "lambda instrument -f orders --plan a --plan-out b|2|plan-and-plan-out",
        "lambda instrument --plan none.json|2|plan-unusable",
        "lambda instrument -f orders -e 50|2|extension",
        "lambda instrument -f orders --interactive|2|not-interactive",
        "lambda instrument -f orders --forwarder nope|1|forwarder-missing",
        "lambda instrument -f orders --tracing perhaps|2|usage",
        "lambda instrument -f orders --retention soon|2|usage",
        "lambda instrument -f orders --tag x|2|usage",
        "lambda instrument -f|2|usage",
        "logs subscribe --forwarder Forwarder|2|no-log-group",
        "logs subscribe --log-group /aws/lambda/orders|2|no-forwarder",
        "logs subscribe --log-group *nope* --forwarder Forwarder|1|log-groups-missing",
        "logs unsubscribe|2|no-log-group",
        "logs unsubscribe --log-group nope*|1|log-groups-missing",
        "forwarder status --name nope|1|forwarder-missing",
        "forwarder status --forwarder nope|1|forwarder-missing",
        "forwarder status --forwarder Forwarder,Other|2|one-forwarder",
        "forwarder tail --name nope|1|forwarder-missing",
        "forwarder replay --name nope|1|forwarder-missing",
        "forwarder replay --forwarder Forwarder --rounds 0|2|replay-number",
        "forwarder replay --forwarder Forwarder --rate 0|2|replay-number",
        "forwarder replay --forwarder Forwarder --rate NaN|2|replay-number",
        "forwarder replay --forwarder Forwarder --rate fast|2|usage",
        "forwarder replay --forwarder Forwarder --since 1h|2|replay-failed-whole",
        "forwarder replay --forwarder Forwarder --limit 3|2|replay-failed-whole",
        "forwarder replay --to local|2|replay-failed-whole",
        "forwarder replay --from none.log --to elsewhere|2|replay-target",
        "forwarder replay --from none.log --to local|2|replay-unreadable",
        "forwarder replay --from none.log --forwarder Forwarder|2|replay-unreadable",
        "forwarder replay --from none.log --forwarder Forwarder --limit 0|2|replay-number",
        "forwarder replay --from s3:// --forwarder Forwarder|2|replay-address",
        "forwarder replay --from s3:///a --forwarder Forwarder|2|replay-address",
        "forwarder deploy|2|no-key",
        "forwarder deploy --site datadoghq.con|2|site",
        "forwarder update --site mars|2|site",
        "forwarder deploy --store-failed-events perhaps|2|usage",
        "forwarder update --name nope|1|stack-missing",
        "doctor -f orders --rule SD-XX-001|2|rule-unknown",
        "doctor --lines none.log|2|lines-unreadable",
        "doctor -f orders --fix|2|fix-alone",
      })
  void words_thatMakeNoSense_haveAnIdEach(String words, int status, String id) {
    assertThat(console.run((words + " --json").split(" ", 0))).isEqualTo(status);
    assertThat(Json.parse(console.out()).at("/error/id").asText()).isEqualTo(id);
    assertThat(Json.parse(console.out()).at("/error/remedy").asText()).isNotEmpty();
    assertThat(aws.calls()).allMatch(it -> it.matches("(Get|List|Describe).*"));

    assertThat(console.run(words.split(" ", 0))).isEqualTo(status);
    assertThat(console.err()).contains("error: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a/b?c", "EU-WEST-1", "euwest1", " ", "eu-west-1/", "-eu-west-1", "../.."})
  void region_thatIsNone_isWrongUsageBeforeAnyCall(String region) {
    for (String command : new String[] {"lambda status", "logs list", "forwarder status"}) {
      String[] words = (command + " --json --region").split(" ", 0);
      String[] all = Arrays.copyOf(words, words.length + 1);
      all[words.length] = region;

      assertThat(console.run(all)).isEqualTo(2);
      assertThat(Json.parse(console.out()).at("/error/id").asText()).isIn("region", "usage");
    }
    assertThat(aws.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"eu-west-1", "us-gov-east-1", "cn-north-1", "us-iso-west-1", "eusc-de-east-1"})
  void region_ofEachPartition_isOne(String region) {
    assertThat(console.run("lambda", "status", "-r", region)).isZero();
  }

  @Test
  void region_ofTheEnvironment_isCheckedToo() {
    console.with("AWS_REGION", "nowhere at all");

    assertThat(console.run("lambda", "status")).isEqualTo(2);
    assertThat(console.err()).contains("\"nowhere at all\" is no name of a region");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:s3:::bucket",
        "arn:aws:lambda:eu-west-1:12:function:F",
        "arn:aws:lambda:eu-west-1:123456789012:layer:F",
        "For warder",
        "Forwarder*",
        "",
      })
  void forwarder_thatIsNoNameOfAFunction_isWrongUsage(String forwarder) {
    for (String command :
        new String[] {
          "lambda instrument -f orders",
          "lambda uninstrument -f orders",
          "lambda status",
          "logs subscribe --log-group /aws/lambda/orders",
          "logs unsubscribe --log-group /aws/lambda/orders",
          "logs list",
          "forwarder status",
          "forwarder tail",
          "forwarder replay",
          "doctor -f orders",
        }) {
      String[] words = (command + " --json --forwarder").split(" ", 0);
      String[] all = Arrays.copyOf(words, words.length + 1);
      all[words.length] = forwarder;

      assertThat(console.run(all)).as(command).isEqualTo(2);
      assertThat(Json.parse(console.out()).at("/error/id").asText()).isEqualTo("forwarder-name");
    }
    assertThat(aws.logs().filtersOf("/aws/lambda/orders")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forwarder",
        "arn:aws:lambda:eu-west-1:123456789012:function:Forwarder",
        "arn:aws:lambda:eu-west-1:123456789012:function:Forwarder:live",
      })
  void forwarder_byNameArnOrAlias_isTaken(String forwarder) {
    aws.lambda().add("Forwarder:live", REGION).put("FunctionName", "Forwarder");

    assertThat(
            console.run(
                "logs", "subscribe", "--log-group", "/aws/lambda/orders", "--forwarder", forwarder))
        .isZero();
    assertThat(aws.logs().filtersOf("/aws/lambda/orders").values().toString()).contains(FORWARDER);
  }

  /** A fault of the program itself is told as such, also to programs. */
  @Test
  void fault_ofTheProgram_isAnErrorLikeOthers() {
    aws.always("DescribeLogGroups", "{'logGroups': [{'logGroupName': 'a', 'retentionInDays': 1}]}");
    aws.others().answer("GetCallerIdentity", "{'Arn': 'none'}");
    String[] words = {"logs", "subscribe", "--log-group", "a", "--forwarder", "Forwarder"};

    assertThat(console.run(words)).isEqualTo(1);
    assertThat(console.err()).contains("error: java.lang.IllegalStateException: AWS did not say");
    assertThat(console.err()).contains("please report it");
    String[] json = Arrays.copyOf(words, words.length + 1);
    json[words.length] = "--json";
    assertThat(console.run(json)).isEqualTo(1);
    assertThat(Json.parse(console.out()).at("/error/id").asText()).isEqualTo("internal");
  }

  @ParameterizedTest
  @CsvSource({
    "'*gateway*','/aws/apigateway/a /aws/apigateway/b'",
    "'/aws/*/a',/aws/apigateway/a",
    "'/aws/apigateway/*','/aws/apigateway/a /aws/apigateway/b'",
    "'*','/aws/apigateway/a /aws/apigateway/b /aws/lambda/orders'",
    "/aws/apigateway/b,/aws/apigateway/b",
  })
  void logGroups_byPattern_areThoseThatMatch(String pattern, String groups) {
    aws.logs().add("/aws/apigateway/a");
    aws.logs().add("/aws/apigateway/b");

    console.run("logs", "unsubscribe", "--log-group", pattern, "--json");
    assertThat(names(console.out())).isEqualTo(groups);
    console.run("logs", "list", "--prefix", pattern, "--json");
    assertThat(names(console.out())).isEqualTo(groups);
  }

  @Test
  void unsubscribe_groupThatIsNotThere_isAWarningAndNoFailure() {
    assertThat(console.run("logs", "unsubscribe", "--log-group", "nope")).isZero();
    assertThat(console.out()).contains("warning: the log group nope is not there");
    console.run("logs", "unsubscribe", "--log-group", "/aws/lambda/orders");
    assertThat(console.out()).isEqualTo("1 log group: 1 unchanged\n");
  }

  private static String names(String json) {
    return String.join(
        " ", Json.parse(json).path("result").findValuesAsText("logGroup").stream().toList());
  }
}
