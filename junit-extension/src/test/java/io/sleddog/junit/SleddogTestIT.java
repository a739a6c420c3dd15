package io.sleddog.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The extension as its users have it. */
@Timeout(120)
@SleddogTest(functionName = "bakery", env = "OVEN=north")
class SleddogTestIT {
  @Test
  void invoke_handlerReturns_allOfItIsThere(Sled sled) {
    Ride ride = sled.invoke(Bakery.class, "{\"bread\":\"rye\"}");

    assertThat(ride.response()).isEqualTo("\"rye\"");
    assertThat(ride.span("aws.lambda").error()).isZero();
    assertThat(ride.sum("bakery.baked")).isEqualTo(1);
    assertThat(ride.metric("bakery.baked").get(0).tags()).contains("bread:rye");
    assertThat(ride.logs()).anyMatch(log -> log.message().equals("Baked rye in north\n"));
  }

  @Test
  void invoke_handlerThrows_theErrorIsInTheSpan(Sled sled) {
    Ride ride = sled.invoke(Bakery.class.getName() + "::handleRequest", "{\"bread\":\"stone\"}");

    assertThat(ride.invocation().status()).isEqualTo(InvocationStatus.ERROR);
    assertThat(ride.span("aws.lambda").meta())
        .containsEntry("error.message", "cannot bake a stone");
    assertThat(ride.sum("bakery.baked")).isZero();
  }

  @Test
  void span_thatIsNotThere_showsWhatIs(Sled sled) {
    Ride ride = sled.invoke(Bakery.class, "{}");

    assertThatThrownBy(() -> ride.span("db.query"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("No span db.query arrived.")
        .hasMessageContaining("aws.lambda");
  }

  @Test
  void invoke_handlerThatIsNotThere_saysSo(Sled sled) {
    assertThatThrownBy(() -> sled.invoke("io.sleddog.junit.Baker", "{}"))
        .isInstanceOf(UserProblem.class)
        .hasMessageStartingWith("There is no class io.sleddog.junit.Baker");
  }
}
