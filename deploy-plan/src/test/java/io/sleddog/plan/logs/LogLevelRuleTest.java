package io.sleddog.plan.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.Functions;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Logging;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Settings;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLevelRuleTest {
  @ParameterizedTest
  @CsvSource({
    "JSON, WARN, true, system-log-level",
    "JSON, WARN, false, ''",
    "JSON, INFO, true, ''",
    "JSON, DEBUG, true, ''",
    "Text, WARN, true, ''",
    "${Ref Format}, WARN, true, ''",
    "JSON, ${Ref Level}, true, ''",
    "JSON, ${Ref Level=WARN}, true, system-log-level",
  })
  void instrument_recordsThatAreNotWritten_areSaidIfTheyAreMissed(
      String format, String level, boolean hasForwarder, String finding) {
    FunctionDescription function =
        Functions.java("com.acme.A")
            .withLogging(new Logging(Functions.text(format), Functions.text(level)));
    Settings settings =
        hasForwarder
            ? Settings.none().withForwarder(Text.of(Functions.FORWARDER))
            : Settings.none();

    assertThat(Functions.plan(List.of(new LogLevelRule()), function, settings).warnings())
        .extracting(Finding::id)
        .isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
  }
}
