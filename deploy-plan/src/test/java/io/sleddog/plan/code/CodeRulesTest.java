package io.sleddog.plan.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.Functions;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Activation;
import io.sleddog.plan.settings.Precedence;
import io.sleddog.plan.settings.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way of activation on each state a function may be in. */
class CodeRulesTest {
  private static final String HANDLER = "com.acme.Orders::handle";
  private static final String WRAPPER = "AWS_LAMBDA_EXEC_WRAPPER";
  private static final String TARGET = "DD_LAMBDA_HANDLER";

  private final Settings redirect = Settings.none().withLayer(Text.of(Functions.LAYER));
  private final Settings script = redirect.withActivation(Activation.EXEC_SCRIPT);
  private final FunctionDescription plain = Functions.java(HANDLER);
  private final FunctionDescription redirected =
      Functions.with(Functions.java(Functions.REDIRECT), TARGET, HANDLER);
  private final FunctionDescription scripted = Functions.with(plain, WRAPPER, "/opt/sleddog");

  @Test
  void redirect_plainFunction_movesTheHandler() {
    FunctionDescription after = after(plain, redirect);
    assertThat(after.code().handler()).hasToString(Functions.REDIRECT);
    assertThat(after.environment().get(TARGET)).contains(Text.of(HANDLER));
    assertThat(after.layers().arns()).containsExactly(Text.of(Functions.LAYER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"${Ref Handler}", "com.acme.${Ref X}::handle", "com.acme.Orders"})
  void redirect_anyHandler_movesItAsItStands(String handler) {
    FunctionDescription after = after(Functions.java(handler), redirect);
    assertThat(after.environment().get(TARGET)).contains(Functions.text(handler));
  }

  @Test
  void redirect_redirectedFunction_changesNoHandler() {
    assertThat(after(redirected, redirect).code()).isEqualTo(redirected.code());
    assertThat(after(redirected, redirect).environment()).isEqualTo(redirected.environment());
  }

  @Test
  void redirect_handlerClassWithoutMethod_isRedirectedToo() {
    FunctionDescription function =
        Functions.with(Functions.java("io.sleddog.lambda.LayerHandler"), TARGET, HANDLER);
    assertThat(after(function, redirect).code()).isEqualTo(function.code());
  }

  @Test
  void redirect_scriptedFunction_staysUnlessOverwritten() {
    assertThat(warnings(scripted, redirect)).containsExactly("activated-otherwise");
    assertThat(after(scripted, redirect).code().handler()).hasToString(HANDLER);
    FunctionDescription after = after(scripted, redirect.withPrecedence(Precedence.OVERWRITE));
    assertThat(after.code().handler()).hasToString(Functions.REDIRECT);
    assertThat(after.environment().texts()).containsOnlyKeys(TARGET);
  }

  @Test
  void script_plainFunction_setsTheVariableAlone() {
    FunctionDescription after = after(plain, script);
    assertThat(after.code().handler()).hasToString(HANDLER);
    assertThat(after.environment().texts()).containsOnlyKeys(WRAPPER);
  }

  @Test
  void script_redirectedFunction_staysUnlessOverwritten() {
    assertThat(warnings(redirected, script)).containsExactly("activated-otherwise");
    FunctionDescription after = after(redirected, script.withPrecedence(Precedence.OVERWRITE));
    assertThat(after.code().handler()).hasToString(HANDLER);
    assertThat(after.environment().texts()).containsOnlyKeys(WRAPPER);
  }

  @Test
  void script_slotOfAnother_isNeverTaken() {
    FunctionDescription taken = Functions.with(plain, WRAPPER, "/opt/datadog_wrapper");
    assertThat(refusals(taken, script)).containsExactly("exec-wrapper-taken");
    assertThat(refusals(taken, script.withPrecedence(Precedence.OVERWRITE)))
        .containsExactly("exec-wrapper-taken");
    assertThat(refusals(taken, redirect)).isEmpty();
  }

  @Test
  void inCode_anyFunction_leavesHandlerAndVariables() {
    Settings inCode = redirect.withActivation(Activation.IN_CODE);
    FunctionDescription after = after(plain, inCode);
    assertThat(after.code()).isEqualTo(plain.code());
    assertThat(after.environment()).isEqualTo(plain.environment());
    assertThat(warnings(plain, Settings.none().withActivation(Activation.IN_CODE))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"python3.13", "nodejs22.x", "java8.al2", "provided.al2023", "${Ref R}"})
  void redirect_otherRuntime_leavesCodeAndLayers(String runtime) {
    FunctionDescription function = Functions.of(runtime, HANDLER);
    assertThat(after(function, redirect)).isEqualTo(function);
    assertThat(warnings(function, redirect)).hasSize(1);
  }

  @Test
  void layer_absent_warnsOrRefuses() {
    assertThat(warnings(plain, Settings.none())).containsExactly("layer-missing");
    assertThat(refusals(plain, Settings.none().withActivation(Activation.EXEC_SCRIPT)))
        .containsExactly("layer-missing");
    FunctionDescription layered = Functions.layered(plain, Functions.LAYER);
    assertThat(warnings(layered, Settings.none())).isEmpty();
    assertThat(warnings(Functions.layered(plain, "${Ref L}"), Settings.none())).isEmpty();
  }

  @Test
  void uninstrument_afterInstrument_isTheFunctionAgain() {
    for (Settings settings : List.of(redirect, script)) {
      FunctionDescription after = after(plain, settings);
      Plan back = Functions.plan(CodeRules.uninstrument(), after, Settings.none());
      assertThat(back.applyTo(after)).isEqualTo(plain);
    }
  }

  @Test
  void uninstrument_plainFunction_changesNothing() {
    FunctionDescription function =
        Functions.layered(
            Functions.with(plain, WRAPPER, "/opt/other", TARGET, "x"),
            "arn:aws:lambda:eu-west-1:1:layer:other:1");
    assertThat(Functions.plan(CodeRules.uninstrument(), function, redirect).changes()).isEmpty();
  }

  private static FunctionDescription after(FunctionDescription function, Settings settings) {
    return Functions.plan(CodeRules.instrument(), function, settings).applyTo(function);
  }

  private static List<String> warnings(FunctionDescription function, Settings settings) {
    return ids(Functions.plan(CodeRules.instrument(), function, settings).warnings());
  }

  private static List<String> refusals(FunctionDescription function, Settings settings) {
    return ids(Functions.plan(CodeRules.instrument(), function, settings).refusals());
  }

  private static List<String> ids(List<Finding> findings) {
    return findings.stream().map(Finding::id).toList();
  }
}
