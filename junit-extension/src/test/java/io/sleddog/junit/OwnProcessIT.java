package io.sleddog.junit;

import static io.sleddog.junit.SledAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.model.InvocationStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handlers in a process of their own that end it, fill it, or keep it. */
@Timeout(120)
@SleddogTest(functionName = "workshop", memoryMb = 256, env = "DD_ENV=it")
class OwnProcessIT {
  @Test
  void process_livesOn_untilItIsToGoCold(Sled sled) {
    sled.goCold();
    Ride first = sled.invoke(Workshop.class, "\"tea\"");
    Ride second = sled.invoke(Workshop.class, "\"tea\"");
    sled.goCold();
    Ride third = sled.invoke(Workshop.class, "\"tea\"");

    assertThat(first).hasResponse("1").wasColdStart().hasLog("asked for tea");
    assertThat(second).hasResponse("2").wasWarm();
    assertThat(third).hasResponse("1").wasColdStart();
  }

  @Test
  void process_thatEnds_isACrashAndTheNextOneStartsCold(Sled sled) {
    Ride exited = sled.invoke(Workshop.class, "\"exit\"");
    Ride halted = sled.invoke(Workshop.class, "\"halt\"");

    assertThat(exited).failedWith("exit status 3");
    assertThat(halted).failedWith("exited without providing a reason");
    assertThat(exited.invocation().status()).isEqualTo(InvocationStatus.CRASH);
    assertThat(exited.failure()).as("the object is in the other process").isEmpty();
    assertThat(sled.invoke(Workshop.class, "\"tea\"")).succeeded().wasColdStart();
  }

  @Test
  void error_ofTheJvm_isTheFunctionsFailure(Sled sled) {
    assertThat(sled.invoke(Workshop.class, "\"deep\""))
        .failedWith("too deep")
        .hasSpan("aws.lambda", span -> span.hasError("too deep").hasTag("env", "it"))
        .hasMetric("aws.lambda.enhanced.errors", metric -> metric.hasSum(1));
  }

  @Test
  void lines_withoutEndOrVeryLong_arrive(Sled sled) {
    assertThat(sled.invoke(Workshop.class, "\"half\"")).hasLog("half a line");
    assertThat(sled.invoke(Workshop.class, "\"loud\"")).succeeded().hasLog("xxxxxxxx");
  }

  @Test
  void span_ofTheFunction_isBelowItsOwn(Sled sled) {
    assertThat(sled.invoke(Workshop.class, "\"span\""))
        .isOneTrace()
        .hasSpan("step", span -> span.hasParent("aws.lambda").hasService("workshop"));
  }

  @Test
  void memory_isThatOfTheAnnotation(Sled sled) {
    assertThat(sled.invoke(Workshop.class, "\"tea\"")).hasLog("Memory Size: 256 MB");
  }
}
