package io.sleddog.junit;

import static io.sleddog.junit.SledAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.local.events.CallerContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Events of triggers and of files as the arguments of tests. */
@SleddogTest
class SledEventsTest {
  @ParameterizedTest
  @SledEvents(samples = "*", callers = true)
  void samples_allOfThem_areOneTraceOfTheirTrigger(SledEvent event, Sled sled) {
    Ride ride = sled.invoke((in, out, context) -> out.write('1'), event.json());

    assertThat(ride)
        .succeeded()
        .hasNoErrors()
        .isOneTrace()
        .hasSpan("aws.lambda", span -> span.hasTag("request_id"));
  }

  @ParameterizedTest
  @SledEvents(
      samples = {"sqs", "s3"},
      files = "/events/rye.json")
  void samplesAndFiles_named_comeInOrder(SledEvent event) {
    assertThat(event.toString()).isIn("sqs", "s3", "/events/rye.json");
    assertThat(event.json()).startsWith("{");
  }

  @Test
  void sample_unknownTrigger_namesAll() {
    assertThatThrownBy(() -> SledEvent.sample("pigeon"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("There is no sample event pigeon. There are http-api, rest-api,");
  }

  @Test
  void sample_callerWithoutRoom_isRefused() {
    assertThatThrownBy(() -> SledEvent.sample("s3", CallerContext.W3C))
        .hasMessage("The event of s3 has no room for a trace");
  }

  @Test
  void resource_thatIsNotThere_saysWhereItWasSought() {
    assertThatThrownBy(() -> SledEvent.resource(SledEventsTest.class, "none.json"))
        .hasMessage("There is no resource none.json near io.sleddog.junit.SledEventsTest");
  }
}
