package io.sleddog.macro.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.expression.Nodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a function is, by its own declaration and by SAM's for all. */
class FunctionResourceTest {
  private static final String GLOBALS = "{'Runtime':'java21','Layers':['all'],'Tags':{'a':'1'}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|true|true",
        "{'IgnoreGlobals':'*'}|false|false",
        "{'IgnoreGlobals':['Layers']}|false|true",
        "{'IgnoreGlobals':['Layers','Runtime']}|false|false",
        "{'IgnoreGlobals':'Layers'}|true|true",
      })
  void property_ofGlobals_countsUnlessIgnored(String more, boolean layers, boolean runtime) {
    FunctionResource function = serverless(more);
    assertThat(function.property("Layers").isArray()).isEqualTo(layers);
    assertThat(function.global("Runtime").isTextual()).isEqualTo(runtime);
  }

  @Test
  void property_ofGlobals_doesNotCountForLambdasOwnType() {
    FunctionResource function =
        new FunctionResource(
            "Orders", (ObjectNode) Nodes.of("{'Type':'AWS::Lambda::Function'}"), Nodes.of(GLOBALS));
    assertThat(function.property("Runtime").isMissingNode()).isTrue();
    function.setAlone("Layers", Nodes.of("['own']"));
    assertThat(function.resource().has("IgnoreGlobals")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'IgnoreGlobals':['Runtime']}", "{'IgnoreGlobals':'*'}"})
  void setAlone_property_isTheFunctionsOwnAndTheOthersStay(String more) {
    FunctionResource function = serverless(more);
    boolean hadTags = function.property("Tags").isObject();
    function.setAlone("Layers", Nodes.of("['own']"));
    function.setAlone("Layers", Nodes.of("['own','two']"));

    assertThat(function.property("Layers")).isEqualTo(Nodes.of("['own','two']"));
    assertThat(function.property("Tags").isObject()).isEqualTo(hadTags);
    assertThat(function.resource().path("IgnoreGlobals").toString())
        .satisfiesAnyOf(
            it -> assertThat(it).isEqualTo("\"*\""),
            it -> assertThat(it.split("Layers", -1)).hasSize(2));
  }

  @Test
  void property_noValue_isNotThere() {
    FunctionResource function = Functions.lambda("{'Runtime':{'Ref':'AWS::NoValue'}}");
    assertThat(function.property("Runtime").isMissingNode()).isTrue();
    assertThat(function.condition()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AWS::Lambda::Function, true",
    "AWS::Serverless::Function, true",
    "AWS::Lambda::Version, false",
    "AWS::Serverless::Application, false",
  })
  void isOne_type_isAFunctionOrNot(String type, boolean isOne) {
    assertThat(FunctionResource.isOne(Nodes.of("{'Type':'" + type + "'}"))).isEqualTo(isOne);
  }

  private static FunctionResource serverless(String more) {
    ObjectNode resource = (ObjectNode) Nodes.of(more);
    resource.put("Type", "AWS::Serverless::Function");
    return new FunctionResource("Orders", resource, Nodes.of(GLOBALS));
  }
}
