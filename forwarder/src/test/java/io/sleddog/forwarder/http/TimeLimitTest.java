package io.sleddog.forwarder.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.forwarder.fixture.Deadlines;
import io.sleddog.forwarder.model.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimeLimitTest {
  @Test
  void call_done_givesTheResult() throws IOException {
    assertThat(TimeLimit.call("adding", () -> 1 + 1, Deadlines.far())).isEqualTo(2);
  }

  @Test
  void call_notDoneInTime_failsAndSaysWhat() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Callable<Boolean> work =
        () -> {
          never.await();
          ended.countDown();
          return true;
        };

    assertThatThrownBy(() -> TimeLimit.call("reading", work, Deadlines.in(20)))
        .isInstanceOf(IOException.class)
        .hasMessage("reading took longer than the time that was left");

    never.countDown();
    ended.await(); // it goes on all the same
  }

  static Stream<Exception> failures() {
    return Stream.of(new IOException("io"), new IllegalStateException("state"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void call_workThrows_throwsTheSame(Exception failure) {
    Callable<Boolean> work =
        () -> {
          throw failure;
        };

    assertThatThrownBy(() -> TimeLimit.call("x", work, Deadlines.far())).isSameAs(failure);
  }

  @Test
  void call_workThrowsAnError_throwsTheSame() {
    LinkageError error = new LinkageError();
    Callable<Boolean> work =
        () -> {
          throw error;
        };

    assertThatThrownBy(() -> TimeLimit.call("x", work, Deadlines.far())).isSameAs(error);
  }

  @Test
  void call_interrupted_endsAndStaysInterrupted() {
    Deadline far = Deadlines.far();
    CountDownLatch never = new CountDownLatch(1);
    Callable<Boolean> work = () -> never.await(1, TimeUnit.HOURS);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> TimeLimit.call("reading", work, far))
        .isInstanceOf(InterruptedIOException.class)
        .hasMessage("stopped while reading");
    assertThat(Thread.interrupted()).isTrue();
  }
}
