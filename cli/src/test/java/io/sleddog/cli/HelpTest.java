package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  private final FakeAws aws = new FakeAws();
  private final Console console;

  HelpTest(@TempDir Path folder) {
    this.console = new Console(folder, aws);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lambda instrument",
        "lambda uninstrument",
        "lambda status",
        "logs subscribe",
        "logs unsubscribe",
        "logs list",
        "forwarder deploy",
        "forwarder update",
        "forwarder status",
        "forwarder tail",
        "forwarder replay",
        "doctor"
      })
  void help_ofEachCommand_isAsKeptAndHasExamples(String command) {
    assertThat(console.run((command + " --help").split(" ", 0))).isZero();

    Golden.assertSame("help/" + command.replace(' ', '-') + ".txt", console.out());
    assertThat(console.out()).contains("Examples:", "  sleddog " + command, "Exit status:");
    assertThat(aws.calls()).isEmpty();
  }

  @Test
  void completion_isAScriptThatKnowsTheCommands() {
    assertThat(console.run("completion")).isZero();
    assertThat(console.out()).contains("instrument", "--functions-regex", "complete -F");
  }

  @Test
  void unknownOption_suggestsTheNearest() {
    assertThat(console.run("lambda", "instrument", "--forwader", "x")).isEqualTo(2);
    assertThat(console.err()).contains("--forwarder");
  }

  @Test
  void help_asACommand_isTheSame() {
    assertThat(console.run("help", "logs")).isZero();
    String asCommand = console.out();
    assertThat(console.run("logs", "--help")).isZero();
    assertThat(asCommand).isEqualTo(console.out());
  }

  @Test
  void help_ofACommandInAGroup_isTheCommandsOwn() {
    assertThat(console.run("help", "lambda", "status")).isZero();
    String asCommand = console.out();
    assertThat(console.run("lambda", "status", "--help")).isZero();
    assertThat(asCommand).isEqualTo(console.out()).contains("sleddog lambda status [OPTIONS]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lambda", "logs", "forwarder"})
  void groupAlone_saysWhatIsMissingAndWhatThereIs(String group) {
    String[] words = group.isEmpty() ? new String[0] : new String[] {group};

    assertThat(console.run(words)).isEqualTo(2);
    assertThat(console.out()).isEmpty();
    assertThat(console.err()).startsWith("error: Missing required subcommand\nUsage: sleddog");
    assertThat(console.err()).contains("Commands:");
  }

  @Test
  void version_isToldToPeopleAndPrograms() {
    assertThat(console.run("version")).isZero();
    assertThat(console.out()).startsWith("sleddog " + VersionCommand.VERSION + "\njava ");
    assertThat(console.run("version", "--json")).isZero();
    assertThat(Json.parse(console.out()).at("/result/version").asText())
        .isEqualTo(VersionCommand.VERSION);
    assertThat(console.run("--version")).isZero();
    assertThat(console.out()).isEqualTo("sleddog " + VersionCommand.VERSION + "\n");
  }
}
