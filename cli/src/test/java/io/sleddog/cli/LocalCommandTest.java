package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalCommandTest {
  private final Path folder;
  private final FakeSurroundings process;

  LocalCommandTest(@TempDir Path folder) {
    this.folder = folder;
    this.process = new FakeSurroundings(folder.resolve("cache"));
  }

  @Test
  void help_showsExamplesAndExitStatuses() {
    assertThat(process.run("local", "--help")).isZero();
    assertThat(process.out())
        .contains("sleddog local --once")
        .contains("--code=PATH")
        .contains("Exit status: 0 all arrived as wanted");
  }

  @Test
  void noCommand_saysWhatIsMissing() {
    assertThat(process.run()).isEqualTo(2);
    assertThat(process.err()).contains("error: Missing required subcommand");
  }

  @Test
  void unknownOption_suggestsTheNearest() {
    assertThat(process.run("local", "--onse")).isEqualTo(2);
    assertThat(process.err()).contains("error: Unknown option: '--onse'").contains("--once");
  }

  @Test
  void routeWithoutASource_saysHowToNameOne() throws Exception {
    Path event = Files.writeString(folder.resolve("event.json"), "{}");
    String[] arguments = {
      "local",
      "--once",
      "--code",
      "orders.jar",
      "--handler",
      "com.acme.Orders",
      "--event",
      event.toString(),
      "--route",
      "orders=Worker"
    };

    assertThat(process.run(arguments)).isEqualTo(2);
    assertThat(process.err())
        .startsWith("error: --route orders=Worker names no source.")
        .contains("--route queue:orders=Worker");
  }

  @Test
  void replayOfWhatIsNoSession_saysWhere() throws Exception {
    Path file = Files.writeString(folder.resolve("s.jsonl"), "hello");

    assertThat(process.run("local", "--once", "--replay", file.toString())).isEqualTo(2);
    assertThat(process.err())
        .startsWith("error: The session " + file + " is not read, at line 1: ");
    assertThat(process.run("local", "--once", "--replay", "nowhere.jsonl")).isEqualTo(2);
    assertThat(process.err()).contains("The session nowhere.jsonl cannot be read.");
  }

  @Test
  void codeWithoutHandler_saysThatBothAreNeeded() {
    assertThat(process.run("local", "--once", "--code", "orders.jar")).isEqualTo(2);
    assertThat(process.err())
        .isEqualTo(
            "error: --code stands alone.\n  Give both: --code my.jar --handler com.acme.Orders\n");
  }

  @Test
  void eventThatIsNotJson_saysWhere() throws Exception {
    Path event = Files.writeString(folder.resolve("event.json"), "{\"a\":1,\n oops}");

    assertThat(runWith(event.toString())).isEqualTo(2);
    assertThat(process.err())
        .startsWith("error: The event " + event + " is not JSON: line 2, column 2: ");
  }

  @Test
  void eventThatLambdaWouldNotTake_saysItsSize() throws Exception {
    String tooLarge = '"' + "x".repeat((6 << 20) - 1) + '"';
    Path event = Files.writeString(folder.resolve("event.json"), tooLarge);

    assertThat(runWith(event.toString())).isEqualTo(2);
    assertThat(process.err())
        .startsWith("error: The event " + event + " has 6291457 bytes.")
        .contains("at most 6291456");
  }

  @Test
  void eventThatIsNotThere_saysSo() throws Exception {
    assertThat(runWith("nowhere.json")).isEqualTo(2);
    assertThat(process.err()).startsWith("error: The event nowhere.json cannot be read.");
  }

  @Test
  void expectationsThatAreNotThere_sayTheirPath() {
    assertThat(process.run("local", "--once", "--expect", "nowhere.json")).isEqualTo(2);
    assertThat(process.err()).startsWith("error: The expectations nowhere.json cannot be read.");
  }

  @Test
  void expectationsWithAMisspeltKey_areRefusedBeforeAnythingRuns() throws Exception {
    Path wants =
        Files.writeString(
            folder.resolve("wants.json"), "{\"invocations\":[{\"stauts\":\"error\"}]}");

    assertThat(process.run("local", "--once", "--expect", wants.toString())).isEqualTo(2);
    assertThat(process.err())
        .startsWith("error: The expectations have an unknown key \"stauts\" in an invocation.");
  }

  @Test
  void templateOfTwoFunctions_eventNeedsAFunction() throws Exception {
    String function =
        ": {Type: AWS::Serverless::Function, Properties: {Runtime: java21, CodeUri: c}}";
    Path template =
        Files.writeString(
            folder.resolve("t.yaml"), "Resources:\n  A" + function + "\n  B" + function + "\n");
    Path event = Files.writeString(folder.resolve("event.json"), "{}");
    String[] base = {"local", "--once", "--code", template.toString(), "--event", event.toString()};

    assertThat(process.run(base)).isEqualTo(2);
    assertThat(process.err()).contains("Add --function with one of: A, B");
    assertThat(process.run("local", "--once", "--code", template.toString(), "--function", "C"))
        .isEqualTo(2);
    assertThat(process.err()).contains("There is no function C in " + template);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--trace-port=70000 | --trace-port is 70000, which is no port.",
        "--statsd-port=-1 | --statsd-port is -1, which is no port.",
        "--forward=nowhere | --forward cannot send to nowhere.",
        "--forward=datadog | --forward datadog needs an API key, and DD_API_KEY is not set.",
        "--no-agent --forward=datadog | --no-agent and --forward contradict each other.",
        "--no-agent --trace-port=1 | --no-agent and --trace-port contradict each other."
      })
  void agentPortsThatCannotBe_areRefused(String options, String problem) {
    assertThat(process.run(("local " + options).split(" "))).isEqualTo(2);
    assertThat(process.err()).startsWith("error: " + problem);
  }

  private int runWith(String event) throws IOException {
    Path code = Files.createDirectories(folder.resolve("classes"));
    return process.run(
        "local", "--once", "--code", code.toString(), "--handler", "a.B", "--event", event);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--compare | --compare has no effect without --once.",
        "--once --rounds=3 | --rounds has no effect without --compare.",
        "--expect=e.json | --expect has no effect without --once.",
        "--junit=o.xml | --junit has no effect without --once.",
        "--html=o.html | --html has no effect without --once.",
        "--http-as-url | --http-as-url has no effect without --http.",
        "--event=e.json | --event has no effect without --code.",
        "--env=A=B | --env has no effect without --code.",
        "--region=r | --region has no effect without --from-aws.",
        "--since=1h | --since has no effect without --tail.",
        "--once --tail=f | --tail and --once contradict each other.",
        "--agent-only --logs=f | --agent-only and --logs contradict each other.",
        "--once --logs=nowhere.log | The log nowhere.log cannot be read.",
        "--once --logs=/dev/null | There is no log event in null.",
        "--from-aws=f --code=c | --from-aws and --code contradict each other.",
        "--once --watch | --watch and --once contradict each other.",
        "--once --http=0 | --http and --once contradict each other.",
        "--once --forward=http://h | --forward and --once contradict each other.",
        "--once --compare --record=f | --record and --compare contradict each other.",
        "--agent-only --once | --agent-only and --once contradict each other.",
        "--agent-only --no-agent | --agent-only and --no-agent contradict each other.",
        "--agent-only --code=c | --agent-only and --code contradict each other.",
        "--once --compare --rounds=0 | --rounds is 0, which is out of range.",
        "--once --code=c --memory=-1 | --memory is -1, which is out of range.",
        "--once --code=c --timeout=901 | --timeout is 901, which is out of range.",
        "--once --break-intake=200 | --break-intake is 200, which is out of range.",
        "--ui-port=65536 | --ui-port is 65536, which is out of range.",
        "--http=-1 | --http is -1, which is out of range.",
      })
  void optionsThatDoNotFit_areRefusedBeforeAnythingRuns(String given, String message) {
    String[] arguments = ("local " + given).split(" ", -1);

    assertThat(process.run(arguments)).isEqualTo(2);
    assertThat(process.err()).startsWith("error: " + message + "\n  ");
  }
}
