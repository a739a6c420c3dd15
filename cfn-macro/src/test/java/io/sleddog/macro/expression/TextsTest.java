package io.sleddog.macro.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.plan.model.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private final Texts texts =
      new Texts(new Values(Nodes.of("{}"), Nodes.of("{}"), Map.of("AWS::Region", "eu-west-1")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a'|a",
        "8080|8080",
        "null|``",
        "{'Ref':'A'}|${A}",
        "{'Fn::GetAtt':['A','Arn']}|${A.Arn}",
        "{'Fn::Sub':'x-${A}'}|x-${A}",
        "{'Fn::Sub':['${B}-${A}',{'B':'b'}]}|b-${A}",
        "{'Fn::Join':['',['x-',{'Ref':'A'}]]}|x-${A}",
        "{'Fn::Join':['-',['x',{'Ref':'A'}]]}|x-${A}",
        "{'Fn::Join':['/',['','x',{'Ref':'A'}]]}|/x/${A}",
        "{'Fn::Join':['/',[]]}|``",
        "{'Fn::Join':['-',['x',{'Ref':'AWS::NoValue'}]]}|${Fn::Join}",
        "{'Fn::Join':['-',['x',{'Fn::If':['C','y',{'Ref':'AWS::NoValue'}]}]]}|${Fn::Join}",
        "{'Fn::Join':['-',{'Ref':'List'}]}|${Fn::Join}",
        "{'Fn::Join':[{'Ref':'A'},['x','y']]}|${Fn::Join}",
        "{'Fn::ImportValue':'x'}|${Fn::ImportValue}",
        "{'some':'object'}|${an expression}",
      },
      quoteCharacter = '`')
  void read_node_hasItsShape(String node, String shape) {
    assertThat(texts.read(Nodes.of(node)).shape()).isEqualTo(shape);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'a'",
        "{'Ref':'A'}",
        "{'Fn::GetAtt':'A.Arn'}",
        "{'Fn::Sub':['${B}-${A}',{'B':'b'}]}",
        "{'Fn::Join':['',['x-',{'Ref':'A'}]]}",
        "{'Fn::Join':['/',['','x',{'Ref':'A'}]]}",
        "{'Fn::ImportValue':{'Fn::Sub':'${A}-x'}}",
      })
  void write_whatWasRead_isTheSameNode(String node) {
    assertThat(texts.write(texts.read(Nodes.of(node)))).isEqualTo(Nodes.of(node));
  }

  @Test
  void write_flagThatWasReadAsBoolean_isAText() {
    assertThat(texts.read(Nodes.of("true"))).isEqualTo(Text.of("true"));
    assertThat(texts.write(Text.of("true"))).isEqualTo(Nodes.of("'true'"));
  }

  @Test
  void write_literalAndReferences_isOneSub() {
    Text text = Text.of("a${b}-").plus(texts.ref("A")).plus(texts.read(att()));
    assertThat(texts.write(text)).isEqualTo(Nodes.of("{'Fn::Sub':'a${!b}-${A}${R.Arn}'}"));
  }

  @Test
  void write_otherExpressions_isAJoin() {
    Text text = Text.of("a").plus(texts.read(Nodes.of("{'Fn::ImportValue':'x'}")));
    assertThat(texts.write(text))
        .isEqualTo(Nodes.of("{'Fn::Join':['',['a',{'Fn::ImportValue':'x'}]]}"));
  }

  @Test
  void write_empty_isAnEmptyText() {
    assertThat(texts.write(Text.of(""))).isEqualTo(Nodes.of("''"));
  }

  @Test
  void read_knownReference_hasItsValueAndStaysAReference() {
    Text region = texts.ref("AWS::Region");
    assertThat(region.known()).contains("eu-west-1");
    assertThat(texts.write(region)).isEqualTo(Nodes.of("{'Ref':'AWS::Region'}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "['a','']|[{'Fn::Select':[0,['a','']]}]",
        "{'Fn::Split':[',','a,b']}"
            + "|[{'Fn::Select':[0,{'Fn::Split':[',','a,b']}]},{'Fn::Select':[1,{'Fn::Split':[',','a,b']}]}]",
      },
      quoteCharacter = '`')
  void elements_ofACertainList_areSelectedOneByOne(String list, String elements) {
    assertThat(texts.elements(Nodes.of(list)).orElseThrow()).isEqualTo(Nodes.of(elements));
  }

  @Test
  void elements_ofAnUncertainList_areUnknown() {
    assertThat(texts.elements(Nodes.of("{'Ref':'List'}"))).isEmpty();
  }

  private static JsonNode att() {
    return Nodes.of("{'Fn::GetAtt':['R','Arn']}");
  }
}
