package io.sleddog.lambda.invocation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.invocation.ColdStart.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvocationTest {
  @Test
  void next_firstAndLater_areColdAndWarm() {
    ColdStart coldStart = new ColdStart(1_000, "on-demand");
    assertThat(coldStart.next(2_000)).isEqualTo(Sandbox.COLD);
    assertThat(coldStart.next(3_000)).isEqualTo(Sandbox.WARM);
    assertThat(coldStart.next(900_000)).isEqualTo(Sandbox.WARM);
  }

  @Test
  void next_longAfterTheStart_wasPreparedAheadOfNeed() {
    assertThat(new ColdStart(0, null).next(10_000)).isEqualTo(Sandbox.COLD);
    assertThat(new ColdStart(0, null).next(10_001)).isEqualTo(Sandbox.PREPARED);
  }

  @Test
  void next_restoredFromASnapshot_isColdHoweverOldTheSnapshot() {
    assertThat(new ColdStart(0, "snap-start").next(86_400_000)).isEqualTo(Sandbox.COLD);
  }

  @Test
  void functionArn_withQualifier_isTakenApart() {
    FunctionArn arn =
        requireNonNull(
            FunctionArn.tryParse("arn:aws:lambda:eu-west-1:123456789012:function:Orders:Prod"));
    assertThat(arn.region()).isEqualTo("eu-west-1");
    assertThat(arn.account()).isEqualTo("123456789012");
    assertThat(arn.name()).isEqualTo("Orders");
    assertThat(arn.qualifier()).isEqualTo("Prod");
    assertThat(arn.unqualified())
        .isEqualTo("arn:aws:lambda:eu-west-1:123456789012:function:orders");
    assertThat(arn.text()).endsWith(":Prod");
  }

  @Test
  void functionArn_withoutQualifier_hasNone() {
    FunctionArn arn =
        requireNonNull(FunctionArn.tryParse("arn:aws:lambda:eu-west-1:1:function:Orders"));
    assertThat(arn.qualifier()).isNull();
    assertThat(arn.unqualified()).isEqualTo("arn:aws:lambda:eu-west-1:1:function:orders");
  }

  @Test
  void functionArn_knownAlready_isTheSameObject() {
    FunctionArn known = FunctionArn.tryParse("arn:aws:lambda:eu-west-1:1:function:Orders");
    assertThat(FunctionArn.tryParse("arn:aws:lambda:eu-west-1:1:function:Orders", known))
        .isSameAs(known);
    FunctionArn other = FunctionArn.tryParse("arn:aws:lambda:eu-west-1:1:function:Other", known);
    assertThat(requireNonNull(other).name()).isEqualTo("Other");
    assertThat(FunctionArn.tryParse(null, known)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "orders", "arn:aws:lambda", "a:b:c:d:e:f:g:h:i"})
  void functionArn_anythingElse_isNone(String text) {
    assertThat(FunctionArn.tryParse(text)).isNull();
    assertThat(FunctionArn.tryParse(null)).isNull();
  }
}
