package io.sleddog.local.expect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.local.model.UserProblem;
import io.sleddog.local.session.Session;
import io.sleddog.local.testing.Golden;
import io.sleddog.local.testing.Sessions;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectationsTest {
  private final Session session = Sessions.ofOneOrder();

  static List<String> cases() {
    return Golden.cases("expect");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void check_wants_areHeldAgainstTheInvocation(String name) {
    Expectations wants = Expectations.parse(Golden.read("expect", name, "in.json"));

    String text =
        wants.check(session).stream()
            .map(result -> result.name() + ": " + (result.held() ? "held" : result.failures()))
            .collect(Collectors.joining("\n", "", "\n"));

    Golden.check("expect", name, "out.txt", text);
  }

  @Test
  void check_noWants_everyInvocationHasToSucceed() {
    assertThat(Expectations.none().check(session)).hasSize(2).allMatch(CheckResult::held);
  }

  @Test
  void check_nothingArrived_namesAllThatIsMissing() {
    Session lost = new Session(session.executions(), List.of(), List.of());

    CheckResult arrival = Expectations.none().check(lost).get(1);

    assertThat(arrival.name()).isEqualTo("everything that was written arrived");
    assertThat(arrival.failures())
        .hasSize(5)
        .contains("missing metric value: orders 1.0", "missing log line: Placed <order> 7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "nope | The expectations are not JSON: ",
        "[] | The expectations need a list",
        "{\"invocations\":[],\"env\":1} | The expectations have more than the list",
        "{\"invocations\":[{\"status\":\"succes\"}]} | The expectations have in an invocation a \"status\" that is not success, error, timeout or crash.",
        "{\"invocations\":[{\"status\":null}]} | The expectations have in an invocation a \"status\" that is not success",
        "{\"invocations\":[{\"maxDurationMs\":\"fast\"}]} | The expectations have in an invocation a \"maxDurationMs\" that is not a number from 0 on.",
        "{\"invocations\":[{\"maxDurationMs\":-1}]} | The expectations have in an invocation a \"maxDurationMs\" that is not a number from 0 on.",
        "{\"invocations\":[{\"spans\":{\"name\":\"a\"}}]} | The expectations have in an invocation a \"spans\" that is not a list of objects.",
        "{\"invocations\":[{\"spans\":[\"aws.lambda\"]}]} | The expectations have in an invocation a \"spans\" that is not a list of objects.",
        "{\"invocations\":[{\"spans\":[{\"name\":5}]}]} | The expectations have in spans a \"name\" that is not a text.",
        "{\"invocations\":[{\"spans\":[{\"error\":\"no\"}]}]} | The expectations have in spans a \"error\" that is not true or false.",
        "{\"invocations\":[{\"spans\":[{\"tags\":[\"env:a\"]}]}]} | The expectations have in spans a \"tags\" that is not an object of texts and numbers.",
        "{\"invocations\":[{\"metrics\":[{\"value\":\"1\"}]}]} | The expectations have in metrics a \"value\" that is not a number.",
        "{\"invocations\":[{\"metrics\":[{\"tags\":{\"a\":\"b\"}}]}]} | The expectations have in metrics a \"tags\" that is not a list of texts.",
        "{\"invocations\":[{\"logs\":[{\"contains\":1}]}]} | The expectations have in logs a \"contains\" that is not a text.",
        "{\"invocations\":[1]} | The expectations need an object for each invocation",
        "{\"invocations\":[{\"span\":[]}]} | The expectations have an unknown key \"span\" in an invocation",
        "{\"invocations\":[{\"logs\":[{\"text\":\"a\"}]}]} | The expectations have an unknown key \"text\" in logs"
      })
  void parse_wantsThatMeanNothing_areRefused(String text, String message) {
    assertThatThrownBy(() -> Expectations.parse(text))
        .isInstanceOf(UserProblem.class)
        .hasMessageStartingWith(message);
  }
}
