package io.sleddog.plan.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.Functions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArnTest {
  @Test
  void tryParse_layerVersion_hasItsFields() {
    Arn arn = Arn.tryParse(Text.of("arn:aws-cn:lambda:cn-north-1:1234:layer:sleddog:7")).get();
    assertThat(arn.partition()).isEqualTo(Text.of("aws-cn"));
    assertThat(arn.account()).isEqualTo(Text.of("1234"));
    assertThat(arn.isOf("lambda", "layer")).isTrue();
    assertThat(arn.name()).contains(Text.of("sleddog"));
  }

  @Test
  void tryParse_partsUnknown_knowsTheRest() {
    Text region = Text.hole("r", "AWS::Region");
    Text text =
        Text.join(List.of(Text.of("arn:aws:lambda:"), region, Text.of(":1:function:orders")));
    Arn arn = Arn.tryParse(text).get();
    assertThat(arn.region()).isEqualTo(region);
    assertThat(arn.isOf("lambda", "function")).isTrue();
  }

  @Test
  void tryParse_whollyUnknownOrOther_isEmpty() {
    assertThat(Arn.tryParse(Text.hole("x", "Ref Arn"))).isEmpty();
    assertThat(Arn.tryParse(Text.of("orders"))).isEmpty();
    assertThat(Arn.tryParse(Text.of("urn:a:b:c:d:e"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:lambda:r:1:function:f, arn:aws:lambda:r:1:function:f, true",
    "arn:aws:lambda:r:1:function:f, arn:aws:lambda:r:1:function:f:live, true",
    "arn:aws:lambda:r:1:function:f:7, arn:aws:lambda:r:1:function:f:live, true",
    "arn:aws:lambda:${R}:1:function:f:7, arn:aws:lambda:${R}:1:function:f, true",
    "arn:aws:lambda:${R=r}:1:function:f, arn:aws:lambda:r:1:function:f, true",
    "arn:aws:lambda:r:1:function:f, arn:aws:lambda:r:1:function:f2, false",
    "arn:aws:lambda:r:1:function:f, arn:aws:lambda:r:2:function:f, false",
    "arn:aws:lambda:r:1:function:f, arn:aws:lambda:s:1:function:f, false",
    "arn:aws:lambda:r:1:layer:f, arn:aws:lambda:r:1:layer:f, false",
    "arn:aws:kinesis:r:1:stream/f, arn:aws:kinesis:r:1:stream/f, false",
    "${Ref F}, ${Ref F}, false",
    "f, f, false",
  })
  void areOfOneFunction_twoArns_lookPastVersionsAndAliases(
      String one, String other, boolean isSame) {
    assertThat(Arn.areOfOneFunction(Functions.text(one), Functions.text(other))).isEqualTo(isSame);
    assertThat(Arn.areOfOneFunction(Functions.text(other), Functions.text(one))).isEqualTo(isSame);
  }

  @Test
  void areOfOneFunction_partitionUnknown_makesNoDifference() {
    Text known = Text.of("arn:aws:lambda:eu-west-1:1:function:orders");
    Text open =
        Text.join(
            List.of(
                Text.of("arn:"),
                Text.hole("p", "AWS::Partition"),
                Text.of(":lambda:eu-west-1:1:function:orders:live")));
    Text elsewhere =
        Text.join(
            List.of(
                Text.of("arn:aws:lambda:"),
                Text.hole("r", "AWS::Region"),
                Text.of(":1:function:orders")));
    assertThat(Arn.areOfOneFunction(known, open)).isTrue();
    assertThat(Arn.areOfOneFunction(open, known)).isTrue();
    assertThat(Arn.areOfOneFunction(known, elsewhere)).isFalse();
    assertThat(Arn.areOfOneFunction(elsewhere, elsewhere)).isTrue();
  }
}
