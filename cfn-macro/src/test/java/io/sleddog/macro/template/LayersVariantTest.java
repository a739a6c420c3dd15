package io.sleddog.macro.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.macro.expression.Nodes;
import io.sleddog.macro.expression.Texts;
import io.sleddog.plan.model.Layers;
import io.sleddog.plan.model.Text;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersVariantTest {
  private final Texts texts = Functions.texts();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|{'Layers':['new']}",
        "{'Layers':['a',{'Ref':'B'}]}|{'Layers':['a',{'Ref':'B'},'new']}",
        "{'Layers':{'Ref':'AWS::NoValue'}}|{'Layers':['new']}",
        "{'Layers':{'Fn::If':['C',['a'],{'Ref':'AWS::NoValue'}]}}"
            + "|{'Layers':{'Fn::If':['C',['a','new'],['new']]}}",
        "{'Layers':{'Fn::Split':[',','a,b']}}"
            + "|{'Layers':[{'Fn::Select':[0,{'Fn::Split':[',','a,b']}]},"
            + "{'Fn::Select':[1,{'Fn::Split':[',','a,b']}]},'new']}",
      })
  void put_oneMore_writesWhereTheListIs(String before, String after) {
    FunctionResource function = Functions.lambda(before);
    for (LayersVariant variant : LayersVariant.of(function, texts)) {
      variant.put(withNew(variant), texts);
    }
    assertThat(function.properties()).isEqualTo(Nodes.of(after));
  }

  @Test
  void layers_expression_isClosed() {
    FunctionResource function = Functions.lambda("{'Layers':{'Ref':'Layers'}}");
    assertThat(LayersVariant.of(function, texts).get(0).layers(texts)).isEqualTo(Layers.closed());
  }

  @Test
  void layers_elementThatMayBeNothing_isOptional() {
    FunctionResource function =
        Functions.lambda("{'Layers':['a',{'Fn::If':['C','b',{'Ref':'AWS::NoValue'}]}]}");
    Layers layers = LayersVariant.of(function, texts).get(0).layers(texts);
    assertThat(layers.arns()).hasSize(2);
    assertThat(layers.optional()).isEqualTo(1);
  }

  @Test
  void put_withGlobals_writesOnlyItsOwn() {
    FunctionResource function = Functions.serverless("{'Layers':['own']}", "{'Layers':['all']}");
    LayersVariant variant = LayersVariant.of(function, texts).get(0);
    assertThat(variant.layers(texts).arns()).containsExactly(Text.of("all"), Text.of("own"));
    variant.put(withNew(variant), texts);
    assertThat(function.properties()).isEqualTo(Nodes.of("{'Layers':['own','new']}"));
  }

  @Test
  void put_expressionInGlobals_isReplacedByAListOfItsOwn() {
    FunctionResource function = Functions.serverless("{}", "{'Layers':{'Fn::Split':[',','all,']}}");
    LayersVariant variant = LayersVariant.of(function, texts).get(0);
    variant.put(withNew(variant), texts);
    assertThat(function.properties())
        .isEqualTo(Nodes.of("{'Layers':[{'Fn::Select':[0,{'Fn::Split':[',','all,']}]},'new']}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'Layers':['own']}|['all']|['other','own']",
        "{}|['all','b']|['other']",
        "{'Layers':['own']}|['all']|[]",
      })
  void put_changeOfGlobals_givesTheFunctionAListToItself(
      String properties, String global, String after) {
    FunctionResource function = Functions.serverless(properties, "{'Layers':" + global + "}");
    List<Text> arns = new ArrayList<>();
    Nodes.of(after).forEach(arn -> arns.add(Text.of(arn.asText())));
    LayersVariant.of(function, texts).get(0).put(arns, texts);
    assertThat(function.property("Layers")).isEqualTo(Nodes.of(after));
    assertThat(function.resource().path("IgnoreGlobals")).isEqualTo(Nodes.of("['Layers']"));
  }

  @Test
  void put_chosenInGlobals_givesTheFunctionACopy() {
    FunctionResource function =
        Functions.serverless("{}", "{'Layers':{'Fn::If':['C',['a'],{'Ref':'AWS::NoValue'}]}}");
    for (LayersVariant variant : LayersVariant.of(function, texts)) {
      variant.put(withNew(variant), texts);
    }
    assertThat(function.property("Layers"))
        .isEqualTo(Nodes.of("{'Fn::If':['C',['a','new'],['new']]}"));
    assertThat(function.resource().path("IgnoreGlobals")).isEqualTo(Nodes.of("['Layers']"));
  }

  private List<Text> withNew(LayersVariant variant) {
    List<Text> after = new ArrayList<>(variant.layers(texts).arns());
    after.add(Text.of("new"));
    return after;
  }
}
