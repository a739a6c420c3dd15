package io.sleddog.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.local.intake.Fault;
import io.sleddog.local.measure.Comparison;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.LogFormat;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Span;
import io.sleddog.local.model.Target;
import io.sleddog.local.model.UserProblem;
import io.sleddog.local.session.Session;
import io.sleddog.local.testing.Loud;
import io.sleddog.local.testing.TestCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The layer, the forwarder and the samples as they are built, under the real runtime client. */
@Timeout(120)
class OnceIT {
  private final Path folder;

  OnceIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void once_samples_everythingArrives() throws Exception {
    Session session = new Local(new LocalOptions(folder, List.of(), null)).once();

    assertThat(session.ok()).isTrue();
    assertThat(session.executions()).hasSize(4);
    assertThat(session.arrived().spans())
        .extracting(Span::name)
        .contains("aws.lambda", "coffee.brew");
    assertThat(session.arrived().points())
        .anySatisfy(
            point -> {
              assertThat(point.metric()).isEqualTo("coffee_house.order_value");
              assertThat(point.value()).isEqualTo(12.45);
              assertThat(point.tags()).contains("product:latte", "order:online");
            });
    assertThat(session.arrived().logs()).anyMatch(log -> log.message().contains("Sold a latte"));
  }

  @Test
  void once_intakeAnswers500_forwarderFailsAndAllIsMissing() throws Exception {
    Target target = loud("\"print:hello\"");

    Session session =
        new Local(new LocalOptions(folder, List.of(target), Fault.everywhere(500))).once();

    assertThat(session.ok()).isFalse();
    assertThat(session.deliveries()).noneMatch(delivery -> delivery.succeeded());
    assertThat(session.ledger().logs().missing()).contains("hello");
    assertThat(session.ledger().spans().arrived()).isZero();
  }

  @Test
  void once_handlerThrowsAndPrintsALot_allOfItArrives() throws Exception {
    Target target = loud("\"throw:out of coffee\"", "\"lines:3000\"");

    Session session = new Local(new LocalOptions(folder, List.of(target), null)).once();

    assertThat(session.ledger().complete()).isTrue();
    assertThat(session.ok()).isFalse();
    assertThat(session.arrived().spans()).anyMatch(span -> span.error() == 1);
    assertThat(session.arrived().logs()).hasSizeGreaterThan(3000);
  }

  @Test
  void once_logFormatJson_allOfItArrives() throws Exception {
    Target plain = loud("\"print:hello\"", "\"log:in an envelope\"");
    Target target =
        new Target(plain.function().withLogFormat(LogFormat.JSON), true, plain.events());

    Session session = new Local(new LocalOptions(folder, List.of(target), null)).once();

    assertThat(session.ok()).isTrue();
    assertThat(session.arrived().spans())
        .filteredOn(span -> span.name().equals("aws.lambda"))
        .hasSize(2);
    assertThat(session.arrived().logs())
        .anyMatch(log -> log.message().contains("platform.report"))
        .anyMatch(log -> log.message().contains("in an envelope"));
  }

  @Test
  void once_misspeltHandler_isToldBeforeAnythingRuns() {
    FunctionSpec spec = loud().function().withHandler("io.sleddog.local.testing.Lout");
    Target target = new Target(spec, true, List.of());
    Local local = new Local(new LocalOptions(folder, List.of(target), null));

    assertThatThrownBy(local::once)
        .isInstanceOf(UserProblem.class)
        .hasMessageStartingWith("There is no class io.sleddog.local.testing.Lout");
  }

  @Test
  void compare_sameFunctionBareAndLayered_givesTimesOfBoth() throws Exception {
    Local local = new Local(new LocalOptions(folder, List.of(loud("\"nothing\"")), null));

    Comparison comparison = local.compare(new Comparison.Plan(2, 1, 3), round -> {});

    assertThat(comparison.bare().cold()).hasSize(2).allMatch(time -> time.toMillis() > 0);
    assertThat(comparison.layered().cold()).hasSize(2);
    assertThat(comparison.bare().warm()).hasSize(6);
    assertThat(comparison.layered().warm()).hasSize(6);
  }

  @Test
  void compare_functionThatThrows_saysThatItsTimesSayNothing() {
    Local local = new Local(new LocalOptions(folder, List.of(loud("\"throw:no\"")), null));

    assertThatThrownBy(() -> local.compare(new Comparison.Plan(1, 0, 0), round -> {}))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("The function failed");
  }

  private Target loud(String... events) {
    List<NamedEvent> named = new ArrayList<>();
    for (String event : events) {
      named.add(new NamedEvent("event", Payload.of(event)));
    }
    return new Target(TestCode.function(folder, Loud.class), true, named);
  }
}
