package io.sleddog.macro.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.macro.expression.Nodes;
import io.sleddog.plan.change.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {
  @Test
  void lines_sameFindingOfMany_isSaidOnceWithAllOfThem() {
    Findings findings = new Findings();
    findings.add(finding("Orders", "it is so"));
    findings.add(finding("Payments", "it is so"));
    findings.add(finding("Orders", "it is otherwise"));

    assertThat(findings.lines())
        .containsExactly(
            "Orders, Payments: it is so. Do that. [id]", "Orders: it is otherwise. Do that. [id]");
  }

  @Test
  void inTemplate_bracesOfExpressions_areNotTakenForASub() {
    assertThat(Findings.inTemplate(finding("Orders", "its runtime is ${Ref R}")))
        .isEqualTo("its runtime is {Ref R}. Do that. [id]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "['N',['a'],{'F${N}':{'Type':'AWS::Lambda::Function'}}]|true",
        "['N',['a'],{'F${N}':{'Type':'AWS::Serverless::Function'}}]|true",
        "['N',['a'],{'Fn::ForEach::M':['M',['b'],{'F':{'Type':'AWS::Lambda::Function'}}]}]|true",
        "['N',['a'],{'T${N}':{'Type':'AWS::SNS::Topic'}}]|false",
        "'text'|false",
      })
  void mayDeclareOne_loop_isSeenAsFarAsItGoes(String loop, boolean mayDeclare) {
    assertThat(FunctionLoop.mayDeclareOne(Nodes.of(loop))).isEqualTo(mayDeclare);
  }

  private static Finding finding(String subject, String message) {
    return new Finding("id", subject, message, "Do that");
  }
}
