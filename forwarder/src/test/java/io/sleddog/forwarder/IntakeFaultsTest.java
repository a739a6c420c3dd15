package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sleddog.forwarder.fixture.Fault;
import io.sleddog.forwarder.fixture.FaultyIntake;
import io.sleddog.forwarder.fixture.MemoryS3;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever an intake does, each log that came in is delivered, stored or reported as failed, and
 * the counts say so.
 */
class IntakeFaultsTest {
  private static final int LOGS = 20;
  private static final int TIMELY_MILLIS = 30_000;
  private static final int SHORT_MILLIS = 1_700;

  private final FaultyIntake intake = new FaultyIntake();
  private final MemoryS3 s3 = new MemoryS3();
  private final Ledger ledger = new Ledger(intake, s3);

  @AfterEach
  void stop() {
    intake.close();
    s3.close();
  }

  /** Faults that pass, after which the same logs are taken. */
  static Stream<Arguments> passing() {
    return Stream.of(
        arguments("408", List.of(Fault.status(408))),
        arguments("429", List.of(Fault.status(429))),
        arguments("429 with Retry-After", List.of(Fault.status(429, "Retry-After: 2\r\n"))),
        arguments("500", List.of(Fault.status(500))),
        arguments(
            "502, 503, 504", List.of(Fault.status(502), Fault.status(503), Fault.status(504))),
        arguments("reset at once", List.of(Fault.resetAtOnce())),
        arguments("reset after the body", List.of(Fault.resetAfterBody())),
        arguments("reset in the answer", List.of(Fault.resetInAnswer())),
        arguments("half-closed", List.of(Fault.halfClose())),
        arguments("no HTTP", List.of(Fault.garbage())),
        arguments("413 for all of it", List.of(Fault.status(413))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("passing")
  void handleRequest_faultPasses_deliversAll(String name, List<Fault> faults) {
    intake.next(faults);

    ledger.handle(LOGS, TIMELY_MILLIS, Map.of());

    assertThat(ledger.answer()).isEqualTo("null");
    assertThat(intake.messages()).containsExactlyInAnyOrderElementsOf(ledger.sent());
  }

  /** Faults that stay. */
  static Stream<Arguments> lasting() {
    return Stream.of(
        arguments("400", Fault.status(400), TIMELY_MILLIS, 0),
        arguments("400 for one log", Fault.refuse(400, "log 7\""), TIMELY_MILLIS, LOGS - 1),
        arguments("401", Fault.status(401), TIMELY_MILLIS, 0),
        arguments("403", Fault.status(403), TIMELY_MILLIS, 0),
        arguments("404", Fault.status(404), TIMELY_MILLIS, 0),
        arguments("408", Fault.status(408), TIMELY_MILLIS, 0),
        arguments("413", Fault.status(413), TIMELY_MILLIS, 0),
        arguments("413 for more than three", Fault.refuseLongerThan(1500), TIMELY_MILLIS, LOGS),
        arguments("429", Fault.status(429), TIMELY_MILLIS, 0),
        arguments(
            "429 until tomorrow", Fault.status(429, "Retry-After: 86400\r\n"), TIMELY_MILLIS, 0),
        arguments("500", Fault.status(500), TIMELY_MILLIS, 0),
        arguments("503", Fault.status(503), TIMELY_MILLIS, 0),
        arguments("redirect", Fault.status(307, "Location: /\r\n"), TIMELY_MILLIS, 0),
        arguments("reset at once", Fault.resetAtOnce(), TIMELY_MILLIS, 0),
        arguments("reset after the body", Fault.resetAfterBody(), TIMELY_MILLIS, 0),
        arguments("reset in the answer", Fault.resetInAnswer(), TIMELY_MILLIS, 0),
        arguments("half-closed", Fault.halfClose(), TIMELY_MILLIS, 0),
        arguments("no HTTP", Fault.garbage(), TIMELY_MILLIS, 0),
        arguments("hang", Fault.hang(), SHORT_MILLIS, 0),
        arguments("never reads", Fault.neverRead(), SHORT_MILLIS, 0),
        arguments("slow answer", Fault.slowAnswer(), SHORT_MILLIS, 0),
        arguments("slow body of the answer", Fault.takenWithSlowBody(), TIMELY_MILLIS, LOGS),
        arguments("no body of the answer", Fault.takenWithoutBody(), TIMELY_MILLIS, LOGS),
        arguments("closed after each answer", Fault.takenAndClosed(), TIMELY_MILLIS, LOGS));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lasting")
  void handleRequest_faultStays_failsForTheRest(String name, Fault fault, int millis, int taken) {
    intake.always(fault);

    ledger.handle(LOGS, millis, Map.of());

    ledger.assertComplete();
    assertThat(intake.messages()).hasSize(taken);
    assertThat(ledger.failed()).isEqualTo(LOGS - taken);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lasting")
  void handleRequest_faultStaysWithStore_storesTheRest(
      String name, Fault fault, int millis, int taken) {
    intake.always(fault);

    ledger.handle(LOGS, millis, ledger.store());

    ledger.assertComplete();
    assertThat(intake.messages()).hasSize(taken);
    assertThat(ledger.stored()).hasSize(LOGS - taken);
    assertThat(ledger.answer()).isEqualTo("null");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lasting")
  void handleRequest_faultStaysAndStoreIsDenied_failsForTheRest(
      String name, Fault fault, int millis, int taken) {
    intake.always(fault);
    s3.deny();

    ledger.handle(LOGS, millis, ledger.store());

    ledger.assertComplete();
    assertThat(ledger.stored()).isEmpty();
    assertThat(ledger.failed()).isEqualTo(LOGS - taken);
  }

  /** Addresses at which there is no intake. */
  static Stream<Arguments> nowhere() {
    return Stream.of(
        arguments("no such host", Map.of("DD_URL", "no-such-host.invalid")),
        arguments("nobody listens", Map.of("DD_PORT", "1")),
        arguments("no TLS there", Map.of("DD_NO_SSL", "false")),
        arguments(
            "proxy that is not there",
            Map.of(
                "DD_URL", "an-intake.invalid",
                "HTTP_PROXY", "http://127.0.0.1:1",
                "NO_PROXY", "127.0.0.1")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nowhere")
  void handleRequest_noIntakeThere_failsOrStores(String name, Map<String, String> settings) {
    ledger.handle(LOGS, 5_000, settings);
    ledger.assertComplete();
    assertThat(ledger.failed()).isEqualTo(LOGS);

    ledger.handle(LOGS, 5_000, ledger.store(settings));
    ledger.assertComplete();
    assertThat(ledger.stored()).hasSize(LOGS);
  }

  @Test
  void handleRequest_allConnectionsDiedWhileFrozen_deliversAll() throws IOException {
    ForwarderHandler handler = ledger.handler(Map.of("DD_MAX_WORKERS", "12"));
    ledger.handle(handler, 12_000, TIMELY_MILLIS);
    intake.hangUp();

    ledger.handle(handler, 3_000, TIMELY_MILLIS);

    assertThat(ledger.error()).isEmpty();
    assertThat(intake.messages()).hasSize(15_000);
    assertThat(ledger.count("logs_forwarded")).isEqualTo(3_000);
  }

  @Test
  void handleRequest_retryAfter_isHonoured() {
    intake.next(List.of(Fault.status(429, "Retry-After: 2\r\n")));

    ledger.handle(LOGS, TIMELY_MILLIS, Map.of());

    assertThat(ledger.pauses()).containsExactly(2000L);
  }

  @Test
  void handleRequest_retryAfterIsBehindTheDeadline_doesNotWait() {
    intake.always(Fault.status(503, "Retry-After: 40\r\n"));

    ledger.handle(LOGS, TIMELY_MILLIS, Map.of());

    assertThat(ledger.pauses()).isEmpty();
    assertThat(intake.posted()).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lasting")
  void handleRequest_invocationAfterwards_deliversAll(
      String name, Fault fault, int millis, int taken) {
    intake.always(fault);
    ForwarderHandler handler = ledger.handler(Map.of());
    ledger.handle(handler, LOGS, millis);
    intake.always(Fault.status(202));

    ledger.handle(handler, LOGS, TIMELY_MILLIS);

    assertThat(ledger.answer()).isEqualTo("null");
    assertThat(intake.messages().subList(taken, taken + LOGS))
        .containsExactlyInAnyOrderElementsOf(ledger.sent());
  }
}
