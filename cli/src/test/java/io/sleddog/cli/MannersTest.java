package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import io.sleddog.cli.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What all commands that speak to AWS have in common. */
class MannersTest {
  private static final String REGION = "eu-west-1";
  private static final String FORWARDER = FakeLambda.arn("Forwarder", REGION);
  private static final String ESCAPE = "\u001b[";

  private final FakeAws aws = new FakeAws();
  private final Path folder;
  private final Console console;

  MannersTest(@TempDir Path folder) {
    this.folder = folder;
    this.console = new Console(folder, aws);
  }

  @BeforeEach
  void fill() throws IOException {
    aws.lambda().layerUpTo(1);
    aws.lambda().add("Forwarder", REGION);
    aws.lambda().add("orders", REGION);
    aws.logs().add("/aws/lambda/orders");
    aws.logs().add("/aws/lambda/Forwarder");
    aws.stacks().add("datadog-forwarder", "Forwarder");
    Files.writeString(folder.resolve("forwarder.zip"), "code");
    Files.writeString(
        folder.resolve("forwarder.yaml"),
        "CodeBucket\nCodeKey\nDdApiKey secret\nDdApiKeySecretArn\nDdApiKeySsmParameterName\n");
  }

  /** A call of each command that does well. */
  static Stream<String> commands() {
    return Stream.of(
        "lambda instrument -f orders --forwarder " + FORWARDER,
        "lambda uninstrument -f orders",
        "lambda status -f orders",
        "logs subscribe --log-group /aws/lambda/orders --forwarder " + FORWARDER,
        "logs unsubscribe --log-group /aws/lambda/orders",
        "logs list",
        "forwarder deploy --api-key-parameter /dd/key",
        "forwarder update",
        "forwarder status",
        "forwarder tail --no-follow",
        "forwarder replay",
        "doctor -f orders");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_asItIsMeant_doesWellAndSpeaksJsonWithoutColour(String command) {
    aws.logs().event("/aws/lambda/Forwarder", 0, "INFO one");

    assertThat(run(command + " --json --color always")).isIn(0, 3);
    assertThat(console.out()).doesNotContain(ESCAPE);
    JsonNode first = Json.parse(console.out());
    if (!command.startsWith("forwarder tail")) {
      String name = command.replaceFirst(" -.*| --.*", "").strip();
      assertThat(name).startsWith(first.path("command").asText());
      assertThat(first.path("schema").asInt()).isEqualTo(1);
      assertThat(first.path("ok").asBoolean()).isTrue();
      assertThat(first.path("result").isObject()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_verbose_namesItsCallsOnStandardError(String command) {
    run(command + " --verbose");

    String calls = String.join("\n", console.err().lines().toList());
    assertThat(calls).contains("calling ").contains(" in eu-west-1");
    assertThat(console.out()).doesNotContain("calling ");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_nobodySaysWhere_isWrongUsage(String command) {
    console.with("AWS_REGION", "");

    assertThat(run(command.replace(FORWARDER, "Forwarder") + " --json")).isEqualTo(2);
    assertThat(Json.parse(console.out()).at("/error/id").asText()).isEqualTo("no-region");
    assertThat(aws.calls()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_signedOut_endsWithItsOwnStatus(String command) {
    for (String operation :
        List.of(
            "GetFunction",
            "GetFunctionConfiguration",
            "DescribeLogGroups",
            "DescribeStacks",
            "GetCallerIdentity")) {
      aws.fail(operation, "", "ExpiredTokenException");
    }

    assertThat(run(command + " --json")).isEqualTo(4);
    JsonNode error = Json.parse(console.out()).path("error");
    assertThat(error.path("id").asText()).isEqualTo("credentials");
    assertThat(error.path("remedy").asText()).contains("Sign in again");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_isDenied_namesTheMissingRightOrGoesOn(String command) {
    for (String operation :
        List.of("GetFunction", "GetFunctionConfiguration", "DescribeLogGroups", "DescribeStacks")) {
      aws.fail(operation, "", "AccessDeniedException");
    }

    int status = run(command);
    assertThat(status).isIn(1, 5);
    assertThat(console.out() + console.err()).contains("\"Effect\": \"Allow\", \"Action\": ");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_unknownOption_isWrongUsageInTextAndJson(String command) {
    assertThat(run(command + " --jsno")).isEqualTo(2);
    assertThat(console.err()).contains("--jsno").contains("--json");
    assertThat(run(command + " --nothing-like-it --json")).isEqualTo(2);
    assertThat(Json.parse(console.out()).at("/error/id").asText()).isEqualTo("usage");
    assertThat(aws.calls()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_configurationFile_thatIsNone_isWrongUsage(String command) throws IOException {
    Files.writeString(folder.resolve("mine.json"), "{\"region\": ");

    assertThat(run(command + " --config mine.json --json")).isEqualTo(2);
    assertThat(Json.parse(console.out()).at("/error/id").asText()).isEqualTo("config-malformed");
    assertThat(run(command + " --config nope.json")).isEqualTo(2);
    assertThat(console.err()).contains("nope.json cannot be read");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_regionOfTheConfigurationFile_isTaken(String command) throws IOException {
    console.with("AWS_REGION", "");
    Files.writeString(folder.resolve("sleddog.json"), "{\"region\": \"" + REGION + "\"}");

    assertThat(run(command)).isIn(0, 3);
    assertThat(run(command + " --timeout soon")).isEqualTo(2);
    assertThat(console.err()).contains("'soon' is no time such as 90s");
  }

  /** Lambda, or CloudFormation, is still at work when the user's patience ends. */
  @ParameterizedTest
  @CsvSource({
    "lambda instrument -f orders --timeout 20s,update-slow",
    "forwarder update --timeout 20s,stack-slow",
  })
  void command_awsIsSlow_endsAndMayBeRunAgain(String command, String id) {
    aws.lambda().function("orders", REGION).put("LastUpdateStatus", "InProgress");
    for (int i = 0; i < 20; i++) {
      aws.stacks().goThrough(i == 0 ? "UPDATE_COMPLETE" : "UPDATE_IN_PROGRESS");
    }

    assertThat(run(command + " --json")).isEqualTo(1);
    assertThat(console.out()).contains('"' + id + '"').contains("\"retryable\": true");
    assertThat(console.pauses()).hasSizeBetween(5, 20);
  }

  @Test
  void noCommand_saysWhatThereIs() {
    assertThat(run("--help")).isZero();
    assertThat(console.out())
        .contains("lambda", "logs", "forwarder", "doctor", "local", "completion", "version");
    assertThat(run("lambda")).isEqualTo(2);
    assertThat(console.err()).contains("Missing required subcommand");
  }

  private int run(String words) {
    List<String> list = new ArrayList<>(List.of(words.split(" ", 0)));
    return console.run(list.toArray(String[]::new));
  }
}
