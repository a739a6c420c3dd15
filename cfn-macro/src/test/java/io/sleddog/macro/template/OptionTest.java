package io.sleddog.macro.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.macro.expression.Nodes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How values under several conditions are written as one. */
class OptionTest {
  private static final Choice A = new Choice("A", true);
  private static final Choice NOT_A = new Choice("A", false);
  private static final Choice B = new Choice("B", true);
  private static final Choice NOT_B = new Choice("B", false);

  @Test
  void choose_same_isThatValue() {
    assertThat(Option.choose(List.of(of("x", A), of("x", NOT_A)))).isEqualTo(Nodes.of("'x'"));
    assertThat(Option.choose(List.of(Option.always(Nodes.of("1"))))).isEqualTo(Nodes.of("1"));
  }

  @Test
  void choose_other_isAnIfForEachConditionThatMatters() {
    assertThat(Option.choose(List.of(of("x", A, B), of("y", A, NOT_B), of("z", NOT_A))))
        .isEqualTo(Nodes.of("{'Fn::If':['A',{'Fn::If':['B','x','y']},'z']}"));
    assertThat(Option.choose(List.of(of("x", A, B), of("x", A, NOT_B), of("z", NOT_A))))
        .isEqualTo(Nodes.of("{'Fn::If':['A','x','z']}"));
  }

  @Test
  void choose_noneInABranch_isNothingThere() {
    assertThat(Option.choose(List.of(of("x", A), of(null, NOT_A))))
        .isEqualTo(Nodes.of("{'Fn::If':['A','x',{'Ref':'AWS::NoValue'}]}"));
  }

  private static Option of(@Nullable String text, Choice... choices) {
    return new Option(List.of(choices), text == null ? null : Nodes.of("'" + text + "'"));
  }
}
