package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.forwarder.LogFollower;
import io.sleddog.cli.problem.Problem;
import io.sleddog.local.logs.LoggedEvents;
import io.sleddog.local.model.LogEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogTailTest {
  private static final String GROUP = "/aws/lambda/orders";

  private final FakeAws aws = new FakeAws();
  private final List<LoggedEvents> seen = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final LogFollower log =
      new LogFollower(aws.service(ServiceName.LOGS, "eu-west-1"), GROUP, Instant.EPOCH);
  private final LogTail tail = new LogTail(List.of(log), seen::add, warnings::add);

  @AfterEach
  void mayGoOn() {
    Thread.interrupted();
  }

  private List<String> messages() {
    return seen.stream().flatMap(one -> one.events().stream()).map(LogEvent::message).toList();
  }

  @Test
  void eventsOfTwoStreams_areHandedOnEachByItself_once() {
    aws.logs().event(GROUP, 1, "START a").put("logStreamName", "a");
    aws.logs().event(GROUP, 2, "START b").put("logStreamName", "b");
    tail.look(log);
    aws.logs().event(GROUP, 3, "REPORT a").put("logStreamName", "a");
    tail.look(log);

    assertThat(messages()).containsExactly("START a", "START b", "REPORT a");
    assertThat(seen)
        .extracting(one -> one.stream().group() + " " + one.stream().name())
        .containsExactly(GROUP + " a", GROUP + " b", GROUP + " a");
  }

  @Test
  void throttling_isToldOnce_andWhatCameMeanwhileIsNotLost() {
    aws.fail("FilterLogEvents", "", "ThrottlingException");
    tail.look(log);
    tail.look(log);
    aws.logs().event(GROUP, 1, "late");
    aws.mend();
    tail.look(log);
    aws.fail("FilterLogEvents", "", "ThrottlingException");
    tail.look(log);

    assertThat(messages()).containsExactly("late");
    assertThat(warnings).hasSize(2).allMatch(it -> it.startsWith(GROUP + " cannot be read"));
  }

  @Test
  void logThatIsNotThere_endsItWithTheReason() {
    aws.fail("FilterLogEvents", "", "ResourceNotFoundException");

    assertThatThrownBy(() -> tail.follow(time -> Thread.currentThread().interrupt()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(GROUP)
        .hasMessageContaining("logs:FilterLogEvents");
  }

  @Test
  void follow_looksUntilItIsInterrupted() {
    aws.logs().event(GROUP, 1, "one");
    List<Long> pauses = new ArrayList<>();

    tail.follow(
        time -> {
          pauses.add(time.toMillis());
          if (pauses.size() == 3) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(pauses).containsExactly(2000L, 2000L, 2000L);
    assertThat(messages()).containsExactly("one");
  }
}
