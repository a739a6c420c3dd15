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
      assertThat(variant.put(withNew(variant), texts)).isTrue();
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
    assertThat(variant.put(withNew(variant), texts)).isTrue();
    assertThat(function.properties()).isEqualTo(Nodes.of("{'Layers':['own','new']}"));
  }

  @Test
  void put_expressionInGlobals_isReplacedByAListOfItsOwn() {
    FunctionResource function = Functions.serverless("{}", "{'Layers':{'Fn::Split':[',','all,']}}");
    LayersVariant variant = LayersVariant.of(function, texts).get(0);
    assertThat(variant.put(withNew(variant), texts)).isTrue();
    assertThat(function.properties())
        .isEqualTo(Nodes.of("{'Layers':[{'Fn::Select':[0,{'Fn::Split':[',','all,']}]},'new']}"));
  }

  @Test
  void put_changeOfGlobals_isNotDone() {
    FunctionResource function = Functions.serverless("{'Layers':['own']}", "{'Layers':['all']}");
    LayersVariant variant = LayersVariant.of(function, texts).get(0);
    assertThat(variant.put(List.of(Text.of("other"), Text.of("own")), texts)).isFalse();
    assertThat(variant.put(List.of(), texts)).isFalse();
    assertThat(function.properties()).isEqualTo(Nodes.of("{'Layers':['own']}"));
  }

  private List<Text> withNew(LayersVariant variant) {
    List<Text> after = new ArrayList<>(variant.layers(texts).arns());
    after.add(Text.of("new"));
    return after;
  }
}
