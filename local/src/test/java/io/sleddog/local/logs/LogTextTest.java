package io.sleddog.local.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.LogStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LogTextTest {
  private static final LogStream OWN = new LogStream("/aws/lambda/orders", "orders.log");
  private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);
  private static final String STREAM = "2026/11/21/[$LATEST]0a1b";

  private static List<LoggedEvents> read(String text) {
    return LogText.read(text, OWN, NOW);
  }

  /** Each event as group, stream, time and message. */
  private static List<String> told(String text) {
    List<String> told = new ArrayList<>();
    for (LoggedEvents one : read(text)) {
      for (LogEvent event : one.events()) {
        told.add(
            String.join(
                " | ",
                one.stream().group(),
                one.stream().name(),
                String.valueOf(event.timestampMillis()),
                event.message().strip()));
      }
    }
    return told;
  }

  @Test
  void subscriptionEvent_isUnpacked_andItsOwnIdsStay() {
    LogStream stream = new LogStream("/aws/lambda/billing", STREAM);
    List<LogEvent> events =
        List.of(new LogEvent("e1", 5, "START\n", null), new LogEvent("e2", 6, "bill\n", null));
    String text = SubscriptionEvents.dataMessage(stream, events).text();

    assertThat(read(text)).containsExactly(new LoggedEvents(stream, events));
    assertThat(read(text + "\n" + text).get(0).events())
        .as("two of them, whose ids must not be the same")
        .hasSize(4)
        .extracting(LogEvent::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void controlMessage_hasNoEvents() {
    assertThat(read(SubscriptionEvents.controlMessage(5).text())).isEmpty();
  }

  static Stream<Arguments> texts() {
    String answer =
        "{\"events\":[{\"logStreamName\":\"b\",\"timestamp\":7,\"message\":\"x\",\"eventId\":\"1\"},"
            + "{\"timestamp\":8,\"message\":\"y\"}],\"searchedLogStreams\":[]}";
    String tailed = "2026-11-21T20:00:00.5+00:00 " + STREAM;
    return Stream.of(
        Arguments.of("lines", "a\n\nb\n", List.of(own("a"), own("b"))),
        Arguments.of(
            "filter-log-events",
            answer,
            List.of("/aws/lambda/orders | b | 7 | x", "/aws/lambda/orders | orders.log | 8 | y")),
        Arguments.of("nothing found", "{\"events\":[],\"searchedLogStreams\":[]}", List.of()),
        Arguments.of(
            "aws logs tail, with a stack trace",
            tailed + " java.lang.Error: x\n\tat a.B.c(B.java:1)\n" + tailed + " next\n",
            List.of(tail("java.lang.Error: x\n\tat a.B.c(B.java:1)"), tail("next"))),
        Arguments.of(
            "sam logs", STREAM + " 2026-11-21T20:00:00.500000 hello\n", List.of(tail("hello"))),
        Arguments.of(
            "a line that only looks like an event of AWS",
            "{\"awslogs\":{\"data\":\"no base64\"}}",
            List.of(own("{\"awslogs\":{\"data\":\"no base64\"}}"))),
        Arguments.of(
            "a function's own object with events",
            "{\"events\":[1,2]}",
            List.of(own("{\"events\":[1,2]}"))),
        Arguments.of(
            "a stream's name without a time", STREAM + " hello", List.of(own(STREAM + " hello"))),
        Arguments.of(
            "a time that is none",
            "2026-99-21T20:00:00Z " + STREAM + " x",
            List.of(own("2026-99-21T20:00:00Z " + STREAM + " x"))));
  }

  private static String own(String message) {
    return "/aws/lambda/orders | orders.log | 1700000000000 | " + message;
  }

  private static String tail(String message) {
    return "/aws/lambda/orders | " + STREAM + " | 1795291200500 | " + message;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void read_aText_asPeopleHaveIt(String name, String text, List<String> events) {
    assertThat(told(text)).isEqualTo(events);
  }
}
