package io.sleddog.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.json.Json;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.Route;
import io.sleddog.local.model.Route.Source;
import io.sleddog.local.testing.Executions;
import io.sleddog.local.testing.RecordingInbox;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of messages whose receiver fails, and which of them a subscription takes. */
class SwitchboardTest {
  private static final Route TO_WORKER =
      new Route(
          Source.QUEUE,
          "orders",
          "worker",
          false,
          Json.parse("{\"reportBatchItemFailures\":true}"));
  private static final Route TO_DEAD =
      new Route(Source.QUEUE, "orders", "dead", true, Json.parse("{\"maxReceiveCount\":3}"));
  private static final Route TO_UNDERTAKER = Route.of(Source.QUEUE, "dead", "undertaker");

  private final RecordingInbox inbox = new RecordingInbox();
  private final SentMessage one = SentMessage.of(new Message("1", Map.of(), Map.of()));
  private final SentMessage two = SentMessage.of(new Message("2", Map.of(), Map.of()));

  private Switchboard board(Route... routes) {
    return new Switchboard(
        List.of(routes), inbox, Clock.fixed(Instant.ofEpochMilli(1), ZoneOffset.UTC));
  }

  private static Invocation ended(InvocationStatus status, String answer) {
    return Executions.answered(status, answer);
  }

  @Test
  void send_receiverFailsAlways_endsInTheOtherQueue() {
    inbox.answerWith(event -> ended(InvocationStatus.ERROR, "{}"));

    board(TO_WORKER, TO_DEAD, TO_UNDERTAKER).send("orders", List.of(one, two));

    assertThat(inbox.heard()).containsExactly("worker", "worker", "worker", "undertaker");
    assertThat(count(0)).isEqualTo("1");
    assertThat(count(2)).isEqualTo("3");
    assertThat(bodies(3)).containsExactly("1", "2");
    assertThat(inbox.event(3).at("/Records/0/messageId").asText()).isEqualTo(one.id());
  }

  @Test
  void send_receiverNamesOneThatFailed_onlyThatComesAgain() {
    inbox.answerWith(
        event ->
            ended(
                InvocationStatus.SUCCESS,
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + two.id() + "\"}]}"));

    board(TO_WORKER, TO_DEAD).send("orders", List.of(one, two));

    assertThat(inbox.heard()).containsExactly("worker", "worker", "worker", "lost: the queue dead");
    assertThat(bodies(1)).containsExactly("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"batchItemFailures\":[]} | 1",
        "null | 1",
        "\"ok\" | 1",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"strange\"}]} | 3",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]} | 3",
      })
  void send_answerOfAnyKind_isReadAsAwsDoes(String answer, int deliveries) {
    inbox.answerWith(event -> ended(InvocationStatus.SUCCESS, answer));

    board(TO_WORKER, TO_DEAD).send("orders", List.of(one, two));

    assertThat(inbox.heard().stream().filter("worker"::equals)).hasSize(deliveries);
  }

  @Test
  void send_answerOfAFunctionThatDoesNotReport_isNotLookedAt() {
    String answer = "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + one.id() + "\"}]}";
    inbox.answerWith(event -> ended(InvocationStatus.SUCCESS, answer));

    board(Route.of(Source.QUEUE, "orders", "worker"), TO_DEAD).send("orders", List.of(one));

    assertThat(inbox.heard()).containsExactly("worker");
  }

  @Test
  void send_receiverFailsAndTheQueueSaysNothing_isDeliveredOnce() {
    inbox.answerWith(event -> ended(InvocationStatus.TIMEOUT, ""));

    board(TO_WORKER).send("orders", List.of(one));

    assertThat(inbox.heard()).containsExactly("worker");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"policy\":{\"kind\":[\"web\"]}} | true",
        "{\"policy\":{\"kind\":[\"shop\"]}} | false",
        "{\"policy\":{\"size\":[{\"numeric\":[\">\",3]}]}} | true",
        "{\"policy\":{\"size\":[{\"numeric\":[\">\",4]}]}} | false",
        "{\"policy\":{\"tags\":[\"b\"]}} | true",
        "{\"policy\":{\"tags\":[\"c\"]}} | false",
        "{\"policy\":{\"none\":[{\"exists\":false}]}} | true",
        "{\"policy\":{\"order\":{\"id\":[7]}},\"scope\":\"MessageBody\"} | true",
        "{\"policy\":{\"order\":{\"id\":[8]}},\"scope\":\"MessageBody\"} | false",
        "{\"bare\":true} | true",
        "true | true",
      })
  void publish_filterPolicy_takesWhatMatches(String filter, boolean taken) {
    Route way = new Route(Source.TOPIC, "news", "mailer", false, Json.parse(filter));
    Map<String, Attribute> attributes =
        Map.of(
            "kind", new Attribute("String", "web"),
            "size", new Attribute("Number", "4"),
            "tags", new Attribute("String.Array", "[\"a\",\"b\"]"),
            "odd", new Attribute("Number", "four"));
    Message message = new Message("{\"order\":{\"id\":7}}", attributes, Map.of());

    board(way).publish(new Notification("n-1", "news", null, message, "now"));

    assertThat(inbox.heard()).isEqualTo(taken ? List.of("mailer") : List.of());
  }

  @Test
  void publish_bodyThatIsNoJson_isNotTakenByItsBody() {
    Route way =
        new Route(
            Source.TOPIC,
            "news",
            "mailer",
            false,
            Json.parse("{\"policy\":{\"a\":[1]},\"scope\":\"MessageBody\"}"));

    board(way)
        .publish(
            new Notification("n-1", "news", null, new Message("plain", Map.of(), Map.of()), "now"));

    assertThat(inbox.heard()).isEmpty();
  }

  private String count(int event) {
    return inbox.event(event).at("/Records/0/attributes/ApproximateReceiveCount").asText();
  }

  private List<String> bodies(int event) {
    return inbox.event(event).path("Records").findValuesAsText("body");
  }

  /** Criteria, the bodies sent, and those that the worker gets; none means it does not run. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{\"body\":{\"kind\":[\"web\"]}}] | {\"kind\":\"web\"} {\"kind\":\"shop\"} | {\"kind\":\"web\"}",
        "[{\"body\":{\"kind\":[\"web\"]}}] | text {\"a\":1} | ``",
        "[{\"body\":[\"text\"]}] | text {\"kind\":\"web\"} | text",
        "[{\"body\":{\"n\":[{\"numeric\":[\">\",3]}]}},{\"body\":[\"x\"]}] | {\"n\":4} x {\"n\":3} | {\"n\":4} x",
        "[{\"messageAttributes\":{\"a\":[{\"exists\":false}]}}] | x | x",
        "[{\"eventSource\":[\"aws:sqs\"]}] | x | x",
        "[] | x | x"
      })
  void send_filterCriteria_takeOnlyWhatMatches(String criteria, String sent, String taken) {
    Route way =
        new Route(
            Source.QUEUE, "orders", "worker", false, Json.parse("{\"criteria\":" + criteria + "}"));
    List<SentMessage> messages =
        Stream.of(sent.split(" ", -1))
            .map(body -> SentMessage.of(new Message(body, Map.of(), Map.of())))
            .toList();

    board(way).send("orders", messages);

    if (taken.isEmpty()) {
      assertThat(inbox.heard())
          .containsExactly("lost: messages of the queue orders that its filter criteria refuse");
    } else {
      assertThat(inbox.heard()).containsExactly("worker");
      assertThat(bodies(0)).containsExactly(taken.split(" ", -1));
    }
  }
}
