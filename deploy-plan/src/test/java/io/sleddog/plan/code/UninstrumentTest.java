package io.sleddog.plan.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.Functions;
import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen on a function alone, without a record, is taken back. */
class UninstrumentTest {
  private static final String OTHER = "arn:aws:lambda:eu-west-1:1:layer:tools:1";

  @ParameterizedTest
  @CsvSource({
    "io.sleddog.lambda.LayerHandler::handleRequest",
    "io.sleddog.lambda.LayerHandler",
  })
  void uninstrument_redirected_givesTheHandlerBack(String redirect) {
    FunctionDescription function =
        Functions.with(Functions.java(redirect), "DD_LAMBDA_HANDLER", "com.acme.A::b", "MINE", "1");

    FunctionDescription after = plan(function).applyTo(function);

    assertThat(after.code().handler()).isEqualTo(Text.of("com.acme.A::b"));
    assertThat(after.environment().texts()).containsOnlyKeys("MINE");
  }

  @Test
  void uninstrument_redirectedToAnExpression_movesItBackAsItIs() {
    FunctionDescription function =
        Functions.with(Functions.java(Functions.REDIRECT), "DD_LAMBDA_HANDLER", "${Ref Handler}");

    assertThat(plan(function).applyTo(function).code().handler())
        .isEqualTo(Functions.text("${Ref Handler}"));
  }

  @Test
  void uninstrument_redirectedToNobody_isRefused() {
    assertThat(plan(Functions.java(Functions.REDIRECT)).refusals())
        .extracting(Finding::id)
        .containsExactly("handler-lost");
  }

  @Test
  void uninstrument_script_isTakenAway() {
    FunctionDescription function =
        Functions.with(
            Functions.java("com.acme.A"), "AWS_LAMBDA_EXEC_WRAPPER", "/opt/sleddog", "A", "1");

    assertThat(plan(function).applyTo(function).environment().texts()).containsOnlyKeys("A");
  }

  @Test
  void uninstrument_scriptOfAnother_stays() {
    FunctionDescription function =
        Functions.with(Functions.java("com.acme.A"), "AWS_LAMBDA_EXEC_WRAPPER", "/opt/theirs");

    assertThat(plan(function).isEmpty()).isTrue();
  }

  @Test
  void uninstrument_layer_isTakenOffAndTheOthersStay() {
    FunctionDescription function =
        Functions.layered(Functions.java("com.acme.A"), OTHER, Functions.LAYER);

    assertThat(plan(function).changes())
        .singleElement()
        .isInstanceOfSatisfying(
            Change.LayerList.class, it -> assertThat(it.after()).containsExactly(Text.of(OTHER)));
  }

  @Test
  void uninstrument_layerOfAnotherName_needsToBeTold() {
    FunctionDescription function = Functions.layered(Functions.java("com.acme.A"), OTHER);
    Settings told = Settings.none().withLayer(Text.of(OTHER.replace(":1", ":7")));

    assertThat(plan(function).isEmpty()).isTrue();
    assertThat(
            Functions.plan(CodeRules.uninstrument(), function, told)
                .applyTo(function)
                .layers()
                .arns())
        .isEmpty();
  }

  @Test
  void uninstrument_functionOfTheUsersOwn_changesNothing() {
    FunctionDescription function =
        Functions.with(Functions.of("python3.13", "app.handler"), "DD_LAMBDA_HANDLER", "mine");

    assertThat(plan(function).isEmpty()).isTrue();
    assertThat(plan(function).isRefused()).isFalse();
  }

  private static Plan plan(FunctionDescription function) {
    return Functions.plan(CodeRules.uninstrument(), function, Settings.none());
  }
}
