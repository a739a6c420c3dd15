package io.sleddog.macro.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.expression.Nodes;
import org.junit.jupiter.api.Test;

class SlotTest {
  @Test
  void leaves_plainValue_isTheSlotItself() {
    ObjectNode object = (ObjectNode) Nodes.of("{'a':{'Ref':'X'}}");
    assertThat(Slot.of(object, "a").leaves())
        .extracting(Slot::value)
        .containsExactly(object.get("a"));
  }

  @Test
  void leaves_nestedIf_areAllBranches() {
    ObjectNode object = (ObjectNode) Nodes.of("{'a':{'Fn::If':['C',1,{'Fn::If':['D',2,3]}]}}");
    assertThat(Slot.of(object, "a").leaves())
        .extracting(slot -> slot.value().asInt())
        .containsExactly(1, 2, 3);
  }

  @Test
  void put_inABranch_changesThatBranch() {
    ObjectNode object = (ObjectNode) Nodes.of("{'a':{'Fn::If':['C',1,2]}}");
    Slot.of(object, "a").leaves().get(1).put().accept(Nodes.of("9"));
    assertThat(object).isEqualTo(Nodes.of("{'a':{'Fn::If':['C',1,9]}}"));
  }

  @Test
  void cleared_noValueOrNull_isEmpty() {
    ObjectNode object = (ObjectNode) Nodes.of("{'a':{'Ref':'AWS::NoValue'},'b':null,'c':1}");
    assertThat(Slot.of(object, "a").cleared().isEmpty()).isTrue();
    assertThat(Slot.of(object, "b").cleared().isEmpty()).isTrue();
    assertThat(Slot.of(object, "c").cleared().isEmpty()).isFalse();
    assertThat(Slot.of(object, "d").isEmpty()).isTrue();
  }
}
