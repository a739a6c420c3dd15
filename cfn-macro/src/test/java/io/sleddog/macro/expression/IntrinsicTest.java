package io.sleddog.macro.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntrinsicTest {
  @ParameterizedTest
  @ValueSource(strings = {"{'Ref':'A'}", "{'Fn::If':[]}", "{'Condition':'C'}", "{'Fn::New':1}"})
  void of_call_isOne(String node) {
    assertThat(Intrinsic.isOne(Nodes.of(node))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "'Ref'", "{'Ref':'A','B':1}", "{'Variables':{}}", "[]", "null"})
  void of_otherNode_isNone(String node) {
    assertThat(Intrinsic.isOne(Nodes.of(node))).isFalse();
  }

  @Test
  void refTo_refOrOther_isItsName() {
    assertThat(Intrinsic.refTo(Nodes.of("{'Ref':'A'}"))).contains("A");
    assertThat(Intrinsic.refTo(Nodes.of("{'Ref':['A']}"))).isEmpty();
    assertThat(Intrinsic.refTo(Nodes.of("{'Fn::Sub':'A'}"))).isEmpty();
  }

  @Test
  void getAttOf_bothForms_isTheResource() {
    assertThat(Intrinsic.getAttOf(Nodes.of("{'Fn::GetAtt':['R','Arn']}"), "Arn")).contains("R");
    assertThat(Intrinsic.getAttOf(Nodes.of("{'Fn::GetAtt':'R.Arn'}"), "Arn")).contains("R");
    assertThat(Intrinsic.getAttOf(Nodes.of("{'Fn::GetAtt':['R','Name']}"), "Arn")).isEmpty();
    assertThat(Intrinsic.getAttOf(Nodes.of("{'Fn::Sub':'${R.Arn}'}"), "Arn")).contains("R");
    assertThat(Intrinsic.getAttOf(Nodes.of("{'Fn::Sub':'${R.Name}'}"), "Arn")).isEmpty();
    assertThat(Intrinsic.getAttOf(Nodes.of("{'Fn::Sub':'${R.Arn}/*'}"), "Arn")).isEmpty();
    assertThat(Intrinsic.getAttOf(Nodes.of("{'Fn::Sub':'${!R.Arn}'}"), "Arn")).isEmpty();
    assertThat(Intrinsic.getAttOf(Nodes.of("{'Fn::Sub':['${R.Arn}',{}]}"), "Arn")).isEmpty();
    assertThat(Intrinsic.getAttOf(Nodes.of("{'Fn::GetAtt':['R',{'Ref':'X'}]}"), "Arn")).isEmpty();
  }

  @Test
  void isNoValue_refToNoValue_isTrue() {
    assertThat(Intrinsic.isNoValue(Intrinsic.noValue())).isTrue();
    assertThat(Intrinsic.isNoValue(Intrinsic.ref("A"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'a'|['a']|false",
        "{'Fn::If':['C',1,2]}|[1,2]|false",
        "{'Fn::If':['C',{'Fn::If':['D',1,2]},{'Ref':'AWS::NoValue'}]}"
            + "|[1,2,{'Ref':'AWS::NoValue'}]|true",
        "{'Ref':'AWS::NoValue'}|[{'Ref':'AWS::NoValue'}]|true",
        "{'Fn::If':'C'}|[{'Fn::If':'C'}]|false",
      })
  void outcomes_node_areAllItMayComeTo(String node, String outcomes, boolean mayBeNothing) {
    assertThat(Intrinsic.outcomes(Nodes.of(node))).containsExactlyElementsOf(Nodes.of(outcomes));
    assertThat(Intrinsic.mayBeNothing(Nodes.of(node))).isEqualTo(mayBeNothing);
  }

  @Test
  void fromSub_nameWithDot_isGetAtt() {
    assertThat(Intrinsic.fromSub("R.Outputs.X"))
        .isEqualTo(Nodes.of("{'Fn::GetAtt':['R','Outputs.X']}"));
    assertThat(Intrinsic.fromSub("AWS::Region")).isEqualTo(Nodes.of("{'Ref':'AWS::Region'}"));
  }
}
