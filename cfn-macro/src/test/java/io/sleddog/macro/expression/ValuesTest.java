package io.sleddog.macro.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  private static final String TEMPLATE =
      """
      {'Parameters': {
         'Stage': {'Type': 'String', 'Default': 'test'},
         'Size': {'Type': 'Number', 'Default': 3},
         'Key': {'Type': 'String', 'NoEcho': true, 'Default': 'k'},
         'Stored': {'Type': 'AWS::SSM::Parameter::Value<String>', 'Default': '/a'},
         'List': {'Type': 'CommaDelimitedList'},
         'Subnets': {'Type': 'List<String>', 'Default': 'c, d'},
         'Hidden': {'Type': 'CommaDelimitedList', 'NoEcho': true}},
       'Mappings': {'M': {'eu-west-1': {'a': 'b', 'list': ['x']}}},
       'Conditions': {
         'IsProd': {'Fn::Equals': [{'Ref': 'Stage'}, 'prod']},
         'IsTest': {'Fn::Not': [{'Condition': 'IsProd'}]},
         'Both': {'Fn::And': [{'Condition': 'IsProd'}, {'Condition': 'IsTest'}]},
         'Any': {'Fn::Or': [{'Condition': 'IsProd'}, {'Condition': 'IsTest'}]},
         'Unknown': {'Fn::Equals': [{'Ref': 'AWS::StackName'}, 'x']},
         'Loop': {'Fn::Not': [{'Condition': 'Loop'}]}}}
      """;

  private final Values values =
      new Values(
          Nodes.of(TEMPLATE),
          Nodes.of("{'Stage': 'prod', 'List': ['a','b'], 'Key': '****', 'Stored': '/a'}"),
          Map.of("AWS::Region", "eu-west-1"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'text'|text",
        "8080|8080",
        "true|true",
        "{'Ref':'Stage'}|prod",
        "{'Ref':'Size'}|3",
        "{'Ref':'AWS::Region'}|eu-west-1",
        "{'Fn::FindInMap':['M',{'Ref':'AWS::Region'},'a']}|b",
        "{'Fn::Join':['-',['a',{'Ref':'Stage'}]]}|a-prod",
        "{'Fn::Sub':'a-${Stage}-${!x}'}|a-prod-${x}",
        "{'Fn::Sub':['${A}-${Stage}',{'A':{'Ref':'Size'}}]}|3-prod",
        "{'Fn::If':['IsProd','yes','no']}|yes",
        "{'Fn::If':['IsTest','yes','no']}|no",
        "{'Fn::If':['Both','yes','no']}|no",
        "{'Fn::If':['Any','yes',{'Ref':'Nobody'}]}|yes",
        "{'Fn::Join':[',',{'Ref':'List'}]}|a,b",
        "{'Fn::Select':[1,{'Ref':'List'}]}|b",
        "{'Fn::Select':['0',{'Fn::Split':['-','x-y']}]}|x",
        "{'Fn::Select':[{'Ref':'Size'},['a','b','c','d']]}|d",
      },
      quoteCharacter = '`')
  void of_certainNode_isItsValue(String node, String value) {
    assertThat(values.of(Nodes.of(node))).contains(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{'Ref':'Key'}",
        "{'Ref':'Stored'}",
        "{'Ref':'List'}",
        "{'Ref':'Queue'}",
        "{'Fn::GetAtt':['Queue','Arn']}",
        "{'Fn::FindInMap':['M','eu-west-1','list']}",
        "{'Fn::FindInMap':['M','eu-west-1','none']}",
        "{'Fn::FindInMap':['M',{'Ref':'Queue'},'a']}",
        "{'Fn::Join':[',',['a',{'Ref':'Queue'}]]}",
        "{'Fn::Sub':'${Queue.Arn}'}",
        "{'Fn::If':['Unknown','a','b']}",
        "{'Fn::If':['Loop','a','b']}",
        "{'Fn::If':['Missing','a','b']}",
        "{'Fn::ImportValue':'x'}",
        "{'Fn::Select':[2,{'Ref':'List'}]}",
        "{'Fn::Select':[-1,{'Ref':'List'}]}",
        "{'Fn::Select':['x',{'Ref':'List'}]}",
        "{'Fn::Select':[0,['a',{'Ref':'Queue'}]]}",
        "{'Fn::Select':{'Ref':'List'}}",
        "{'a':1}",
      })
  void of_uncertainNode_isNothing(String node) {
    assertThat(values.of(Nodes.of(node))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "['x',{'Ref':'Stage'}]|x;prod",
        "[]|``",
        "{'Ref':'List'}|a;b",
        "{'Ref':'Subnets'}|c;d",
        "{'Fn::FindInMap':['M','eu-west-1','list']}|x",
        "{'Fn::Split':[',','a,b,']}|a;b;",
        "{'Fn::Split':['.',{'Ref':'Stage'}]}|prod",
        "{'Fn::If':['IsProd',{'Ref':'List'},[]]}|a;b",
      },
      quoteCharacter = '`')
  void list_certainNode_isItsElements(String node, String elements) {
    assertThat(values.list(Nodes.of(node)).map(it -> String.join(";", it))).contains(elements);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'text'",
        "{'a':'b'}",
        "{'Ref':'Stage'}",
        "{'Ref':'Hidden'}",
        "['x',{'Ref':'Queue'}]",
        "{'Fn::FindInMap':['M','eu-west-1','a']}",
        "{'Fn::Split':['','a']}",
        "{'Fn::Split':[',',{'Ref':'Queue'}]}",
        "{'Fn::If':['Unknown',{'Ref':'List'},[]]}",
        "{'Fn::GetAZs':''}",
      })
  void list_uncertainNode_isNothing(String node) {
    assertThat(values.list(Nodes.of(node))).isEmpty();
  }

  @Test
  void chosen_certainCondition_isTheBranch() {
    assertThat(values.chosen(Nodes.of("{'Fn::If':['IsProd',{'a':1},{'b':1}]}")))
        .isEqualTo(Nodes.of("{'a':1}"));
  }

  @Test
  void chosen_nestedAndUncertain_stopsAtTheDoubt() {
    assertThat(values.chosen(Nodes.of("{'Fn::If':['IsTest',1,{'Fn::If':['Unknown',2,3]}]}")))
        .isEqualTo(Nodes.of("{'Fn::If':['Unknown',2,3]}"));
  }
}
