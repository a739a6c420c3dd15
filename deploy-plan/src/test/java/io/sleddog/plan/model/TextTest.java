package io.sleddog.plan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
  private final Text stage = Text.hole("Ref:Stage", "Stage");
  private final Text region = Text.hole("Ref:Region", "AWS::Region", "eu-west-1");

  @Test
  void known_withAHole_isEmpty() {
    assertThat(Text.of("orders-").plus(stage).known()).isEmpty();
  }

  @Test
  void known_withAHoleOfKnownValue_isTheWholeText() {
    assertThat(Text.of("in ").plus(region).known()).contains("in eu-west-1");
  }

  @Test
  void join_neighbouringLiterals_becomeOne() {
    assertThat(Text.join(List.of(Text.of("a"), Text.of(""), Text.of("b"))))
        .isEqualTo(Text.of("ab"));
  }

  @Test
  void split_atSeparatorsOutsideHoles_keepsTheHoles() {
    Text text = Text.join(List.of(Text.of("team:"), stage, Text.of(",a:b,")));
    assertThat(text.split(','))
        .containsExactly(Text.of("team:").plus(stage), Text.of("a:b"), Text.of(""));
  }

  @Test
  void sameAs_literalAndHoleOfThatValue_isTrue() {
    assertThat(region.sameAs(Text.of("eu-west-1"))).isTrue();
    assertThat(region).isNotEqualTo(Text.of("eu-west-1"));
  }

  @Test
  void sameAs_twoUnknownTexts_isTrueOnlyForTheSameSource() {
    assertThat(stage.sameAs(Text.hole("Ref:Stage", "Stage"))).isTrue();
    assertThat(stage.sameAs(Text.hole("Ref:Other", "Other"))).isFalse();
    assertThat(stage.sameAs(Text.of("Stage"))).isFalse();
  }

  @Test
  void shape_showsEachHoleByItsLabel() {
    assertThat(Text.of("orders-").plus(stage)).hasToString("orders-${Stage}");
  }
}
