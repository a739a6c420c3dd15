package io.sleddog.macro.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.sleddog.macro.expression.Nodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':1,'b':1}|{'b':2,'c':2}|{'a':1,'b':2,'c':2}",
        "{'a':{'b':1}}|{'a':{'c':2}}|{'a':{'b':1,'c':2}}",
        "['a']|['b']|['a','b']",
        "'a'|'b'|'b'",
        "{'a':1}|{'Ref':'X'}|{'Ref':'X'}",
        "{'Fn::If':['c',1,2]}|{'a':1}|{'a':1}",
        "['a']|{'Ref':'X'}|{'Ref':'X'}",
      })
  void of_globalAndOwn_isAsSamMerges(String global, String own, String merged) {
    assertThat(Merge.of(Nodes.of(global), Nodes.of(own))).isEqualTo(Nodes.of(merged));
  }

  @Test
  void of_oneMissing_isTheOther() {
    assertThat(Merge.of(MissingNode.getInstance(), Nodes.of("1"))).isEqualTo(Nodes.of("1"));
    assertThat(Merge.of(Nodes.of("1"), MissingNode.getInstance())).isEqualTo(Nodes.of("1"));
  }
}
