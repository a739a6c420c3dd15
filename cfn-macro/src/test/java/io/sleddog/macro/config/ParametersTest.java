package io.sleddog.macro.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.macro.expression.Nodes;
import io.sleddog.macro.expression.Texts;
import io.sleddog.macro.expression.Values;
import io.sleddog.plan.model.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
  @Test
  void text_setInThreePlaces_isTheNearest() {
    Map<String, String> environment = Map.of("DD_ENV", "a", "DD_SERVICE", "a", "DD_VERSION", "a");
    Parameters parameters = taken(environment, "{'env':'b','service':'b'}", "{'service':'c'}");
    assertThat(parameters.text(Parameter.VERSION)).contains("a");
    assertThat(parameters.text(Parameter.ENV)).contains("b");
    assertThat(parameters.text(Parameter.SERVICE)).contains("c");
    assertThat(parameters.variables())
        .isEqualTo(
            Map.of("DD_VERSION", Text.of("a"), "DD_ENV", Text.of("b"), "DD_SERVICE", Text.of("c")));
  }

  @Test
  void text_empty_doesNotHideTheOuterOne() {
    Parameters parameters = taken(Map.of("DD_ENV", "a"), "{}", "{'env':''}");
    assertThat(parameters.text(Parameter.ENV)).contains("a");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "'True',true", "' FALSE ',false", "false,false"})
  void flag_inAnyForm_isUnderstood(String value, boolean flag) {
    Parameters parameters = given("{'addLayers':'" + value + "'}");
    assertThat(parameters.flag(Parameter.ADD_LAYERS, !flag)).isEqualTo(flag);
    assertThat(parameters.problems()).isEmpty();
  }

  @Test
  void list_arrayOrText_isItsElements() {
    assertThat(given("{'exclude':['A',' B ']}").list(Parameter.EXCLUDE)).containsExactly("A", "B");
    assertThat(given("{'exclude':'A, ,B'}").list(Parameter.EXCLUDE)).containsExactly("A", "B");
    assertThat(given("{}").list(Parameter.EXCLUDE)).isEmpty();
  }

  @Test
  void number_wholeOrNot_isTakenOrRefused() {
    assertThat(given("{'javaLayerVersion':7}").number(Parameter.JAVA_LAYER_VERSION)).contains(7);
    assertThat(given("{'javaLayerVersion':7.5}").problems()).hasSize(1);
    assertThat(given("{'javaLayerVersion':-1}").problems()).hasSize(1);
    assertThat(given("{'javaLayerVersion':99999999999}").problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FORWARDER_ARN|{'forwarderArn':{'Fn::ImportValue':'f'}}|${Fn::ImportValue}",
        "JAVA_LAYER_ARN|{'javaLayerArn':{'Ref':'Layer'}}|${Layer}",
        "ENV|{'env':{'Ref':'AWS::StackName'}}|${AWS::StackName}",
        "VERSION|{'version':'{{resolve:ssm:/v}}'}|${resolve:ssm:/v}",
      })
  void expression_whoseValueMovesOn_isTaken(Parameter parameter, String transform, String shape) {
    Parameters parameters = given(transform);
    assertThat(parameters.problems()).isEmpty();
    assertThat(parameters.expression(parameter).orElseThrow().shape()).isEqualTo(shape);
    assertThat(parameters.text(parameter)).isEmpty();
  }

  @Test
  void expression_ofAFlag_isTakenIfItsValueIsKnown() {
    assertThat(given("{'addLayers':{'Ref':'Off'}}").flag(Parameter.ADD_LAYERS, true)).isFalse();
    assertThat(given("{'addLayers':{'Ref':'Other'}}").problems()).hasSize(1);
    assertThat(given("{'exclude':{'Fn::Split':[',','A,B']}}").problems()).hasSize(1);
    assertThat(given("{'service':{'a':'b'}}").problems()).hasSize(1);
  }

  @Test
  void problems_misspelt_suggestTheNearest() {
    assertThat(given("{'forwarderArm':'x'}").problems())
        .containsExactly("There is no parameter forwarderArm. Did you mean forwarderArn?");
    assertThat(given("{'FORWARDERARN':'x'}").problems())
        .containsExactly("There is no parameter FORWARDERARN. Did you mean forwarderArn?");
    assertThat(given("{'xy':'x'}").problems()).containsExactly("There is no parameter xy.");
  }

  @ParameterizedTest
  @CsvSource({"addExtension", "extensionLayerVersion", "extensionLayerArn"})
  void problems_extension_onlyIfItIsWishedFor(String key) {
    assertThat(given("{'" + key + "':'x'}").problems()).singleElement().asString().contains(key);
    assertThat(given("{'" + key + "':false}").problems()).isEmpty();
    assertThat(given("{'" + key + "':''}").problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"apiKeySecretArn", "nodeLayerVersion", "stepFunctionForwarderArn", "lambdaFips"})
  void warnings_parameterThatMeansNothing_onlyIfItIsSet(String key) {
    assertThat(given("{'" + key + "':'x'}").problems()).isEmpty();
    assertThat(given("{'" + key + "':'x'}").warnings()).singleElement().asString().contains(key);
    assertThat(given("{'" + key + "':false}").warnings()).isEmpty();
  }

  @Test
  void problems_key_isNeverShown() {
    Parameters parameters = given("{'apiKey':'0123456789abcdef'}");
    assertThat(parameters.warnings()).hasSize(1);
    assertThat(parameters.warnings().toString()).doesNotContain("0123456789abcdef");
  }

  private static Parameters given(String transform) {
    return taken(Map.of(), "{}", transform);
  }

  private static Parameters taken(
      Map<String, String> environment, String mapping, String transform) {
    Values values =
        new Values(
            Nodes.of("{'Parameters':{'Off':{'Type':'String','Default':'false'}}}"),
            Nodes.of("{}"),
            Map.of());
    Parameters parameters = new Parameters(new Texts(values));
    parameters.take(environment);
    parameters.take(Nodes.of(mapping));
    parameters.take(Nodes.of(transform));
    return parameters;
  }
}
