package io.sleddog.forwarder.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LambdaNamesTest {
  private static final String ID = "13e304cba4b9446eb7ef082a00038990";

  @ParameterizedTest
  @CsvSource({
    "/aws/lambda/Orders, orders",
    "/aws/lambda/us-east-1.MyEdge, us-east-1.myedge",
    "/aws/lambda/a/lambda/b, a",
    "/aws/lambda-insights, ''",
    "group, ''"
  })
  void of_defaultStream_takesTheGroupsName(String group, String name) {
    assertThat(LambdaNames.of(group, "2026/01/31/[$LATEST]" + ID)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "2023/11/06/My-Fn.[$LATEST], my-fn.",
    "2023/11/06/fn[12], fn",
    "2023/11/06/fn[blue-1], fn"
  })
  void of_streamOfACustomGroup_takesTheStreamsName(String stream, String name) {
    assertThat(LambdaNames.of("/custom", stream + ID)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "2023/21/06/fn[1], " + ID,
    "2023-11-06/fn[1], " + ID,
    "2023/11/06/f n[1], " + ID,
    "2023/11/06/fn[$OLD], " + ID,
    "2023/11/06/fn[], " + ID,
    "2023/11/06/fn[1], 13E304CBA4B9446EB7EF082A00038990",
    "2023/11/06/fn[1], 1",
    "2023/11/06/fn]1[, " + ID
  })
  void of_streamOfAnotherForm_findsNothing(String stream, String id) {
    assertThat(LambdaNames.of("/custom", stream + id)).isEmpty();
  }
}
