package io.sleddog.macro.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sleddog.macro.expression.Nodes;
import io.sleddog.plan.change.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'Properties':'x'}|Properties has a text where a map belongs",
        "{'Properties':[]}|Properties has a list where a map belongs",
        "{'Metadata':'x'}|Metadata has a text where a map belongs",
        "{'Properties':{'Handler':['x']}}|Handler has a list where a text belongs",
        "{'Properties':{'Runtime':{'a':1}}}|Runtime has a map where a text belongs",
        "{'Properties':{'Layers':'arn'}}|Layers has a text where a list belongs",
        "{'Properties':{'Layers':[['arn']]}}|Layers has a list where a text belongs",
        "{'Properties':{'Environment':[1]}}|Environment has a list where a map belongs",
        "{'Properties':{'Environment':{'Variables':[1]}}}"
            + "|Environment.Variables has a list where a map belongs",
        "{'Properties':{'Environment':{'Fn::If':['C',{'Variables':{}},'x']}}}"
            + "|Environment has a text where a map belongs",
        "{'Properties':{'LoggingConfig':{'LogGroup':['x']}}}"
            + "|LoggingConfig.LogGroup has a list where a text belongs",
        "{'Properties':{'TracingConfig':'Active'}}|TracingConfig has a text where a map belongs",
      })
  void ofFunction_wrongShape_isNamedWithItsPlace(String resource, String message) {
    assertThat(Shapes.ofFunction("Orders", Nodes.of(resource)))
        .extracting(Finding::id, Finding::subject, Finding::message)
        .containsExactly(tuple("misshapen", "Orders", message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'Properties':null}",
        "{'Properties':{'Runtime':21,'Handler':{'Ref':'H'},'Layers':{'Ref':'L'}}}",
        "{'Properties':{'Layers':['a',{'Ref':'L'},{'Fn::If':['C','b',{'Ref':'AWS::NoValue'}]}]}}",
        "{'Properties':{'Environment':{'Fn::If':['C',{'Variables':{}},{'Ref':'AWS::NoValue'}]}}}",
        "{'Properties':{'Environment':{'Variables':{'A':[1]}},'Anything':[]}}",
      })
  void ofFunction_whatCloudFormationTakes_isFine(String resource) {
    assertThat(Shapes.ofFunction("Orders", Nodes.of(resource))).isEmpty();
  }
}
