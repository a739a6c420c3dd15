package io.sleddog.plan.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.Functions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayersTest {
  private static final String PREFIX = "arn:aws:lambda:eu-west-1:1:layer:";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|sleddog:2|sleddog:2",
        "a:1|sleddog:2|a:1,sleddog:2",
        "sleddog:1,a:1|sleddog:2|sleddog:2,a:1",
        "a:1,sleddog:1,b:1|sleddog:2|a:1,sleddog:2,b:1",
        "sleddog:2|sleddog:2|sleddog:2",
        "sleddog2:1|sleddog:2|sleddog2:1,sleddog:2",
      })
  void put_layer_takesThePlaceOfAnotherVersionOrIsLast(String before, String layer, String after) {
    Layers layers = Layers.of(arns(before));

    assertThat(layers.put(Text.of(PREFIX + layer))).isEqualTo(arns(after));
  }

  @Test
  void put_layerOfUnknownName_isLast() {
    Layers layers = Layers.of(List.of(Functions.text("${Ref Layer}")));

    assertThat(layers.put(Text.of(PREFIX + "sleddog:1"))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:lambda:eu-west-1:1:layer:sleddog:3, sleddog",
    "arn:aws-cn:lambda:${R}:${A}:layer:tools:${V}, tools",
  })
  void nameOf_layer_isItsName(String arn, String name) {
    assertThat(Layers.nameOf(Functions.text(arn))).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sleddog",
        "${Ref Layer}",
        "arn:aws:lambda:eu-west-1:1:function:sleddog",
        "arn:aws:lambda:eu-west-1:1:layer:${Name}:1",
      })
  void nameOf_somethingElse_isNotKnown(String arn) {
    assertThat(Layers.nameOf(Functions.text(arn))).isEmpty();
  }

  @Test
  void withArns_otherElements_keepsWhatElseIsKnown() {
    Layers layers = new Layers(arns("a:1"), 1, true).withArns(arns("b:1"));

    assertThat(layers).isEqualTo(new Layers(arns("b:1"), 1, true));
    assertThat(Layers.closed().isOpen()).isFalse();
    assertThat(Layers.none().isOpen()).isTrue();
  }

  @Test
  void of_aList_isACopy() {
    List<Text> arns = new ArrayList<>(arns("a:1"));
    Layers layers = Layers.of(arns);
    arns.clear();

    assertThat(layers.arns()).hasSize(1);
  }

  private static List<Text> arns(String names) {
    return names == null
        ? List.of()
        : Arrays.stream(names.split(",")).map(it -> Text.of(PREFIX + it)).toList();
  }
}
