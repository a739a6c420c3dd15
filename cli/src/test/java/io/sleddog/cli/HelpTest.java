package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.cli.aws.FakeAws;
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
}
