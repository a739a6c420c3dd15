package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.FakeContext;
import io.sleddog.forwarder.fixture.RecordingIntake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, nothing of it is lost, and nothing good suffers from something bad. */
class InputFaultsTest {
  private static final String HEAD =
      "{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"123456789012\",\"logGroup\":\"/aws/lambda/f\","
          + "\"logStream\":\"s\",\"logEvents\":[{\"id\":\"1\",\"message\":\"first\"},";
  private static final String TAIL = ",{\"id\":\"3\",\"message\":\"last\"}]}";

  private final RecordingIntake intake = new RecordingIntake();

  @AfterEach
  void stop() {
    intake.close();
  }

  /** A log event, in bytes, and what its message becomes; null where that is not looked at. */
  static Stream<Arguments> oddEvents() {
    return Stream.of(
        arguments("NUL", message("a\\u0000b"), "a\u0000b"),
        arguments("high surrogate alone", message("a\\ud83d"), null),
        arguments("low surrogate alone", message("\\ude00b"), null),
        arguments("surrogates the wrong way round", message("\\ude00\\ud83d"), null),
        arguments("invalid UTF-8", message("a\u00ff\u00c3("), "a\ufffd\ufffd("),
        arguments("UTF-8 cut off", message("a\u00e2\u0082"), null),
        arguments("UTF-8 too long", message("a\u00c0\u00afb"), "a\ufffd\ufffdb"),
        arguments("surrogate in UTF-8", message("a\u00ed\u00a0\u0080b"), "a\ufffdb"),
        arguments("above Unicode", message("\u00f4\u0090\u0080\u0080"), "\ufffd\ufffd\ufffd\ufffd"),
        arguments("good UTF-8", message("\u00c3\u00a9\u00f0\u009f\u0098\u0080"), "é\uD83D\uDE00"),
        arguments(
            "surrogate beside the message",
            "{\"a\":\"\u00ed\u00a0\u0080\",\"message\":\"m\"}",
            "m"),
        arguments(
            "surrogate in a name",
            "{\"\u00ed\u00a0\u0080\":1,\"message\":\"m\",\"host\":\"h\"}",
            "m"),
        arguments("deep JSON in a message", message("{\\\"m\\\":" + "[".repeat(9000)), null),
        arguments("deep traces", message("{\\\"traces\\\":" + "[".repeat(9000)), null),
        arguments("tags that are a number", message("{\\\"ddtags\\\":7}"), "{\"ddtags\":7}"),
        arguments("tags that are null", message("{\\\"ddtags\\\":null}"), "{\"ddtags\":null}"),
        arguments("tags in an object", message("{\\\"ddtags\\\":{}}"), "{\"ddtags\":{}}"),
        arguments("metric without an end", message("{\\\"m\\\":\\\"a\\\",\\\"v\\\":"), null),
        arguments("metric that is no number", metric("\\\"x\\\""), null),
        arguments("metric that is infinite", metric("1e999"), null),
        arguments("traces that are a text", message("{\\\"traces\\\":\\\"x\\\"}"), null),
        arguments("traces that are empty", message("{\\\"traces\\\":[]}"), null),
        arguments("report of another form", message("REPORT RequestId: x Duration: y ms"), null),
        arguments("message of 3 MB", message("x".repeat(3_000_000)), null),
        arguments("3 MB of quotes", message("\\\"".repeat(1_500_000)), null),
        arguments(
            "3 MB of tags",
            message("{\\\"ddtags\\\":\\\"" + "k:v,".repeat(750_000) + "\\\"}"),
            "{}"),
        arguments("empty message", message(""), ""),
        arguments("message null", "{\"id\":\"2\",\"message\":null}", "null"),
        arguments("message number", "{\"id\":\"2\",\"message\":12}", "12"),
        arguments("message object", "{\"id\":\"2\",\"message\":{\"a\":1}}", null),
        arguments("no message", "{\"id\":\"2\"}", null),
        arguments("two messages", "{\"message\":\"a\",\"message\":\"b\"}", null),
        arguments("empty object", "{}", null),
        arguments("host of its own", "{\"message\":\"a\",\"host\":\"h\"}", "a"),
        arguments("service of its own", "{\"service\":\"s\",\"message\":\"a\"}", "a"),
        arguments("aws of its own", "{\"message\":\"a\",\"aws\":5}", "a"),
        arguments("tags of its own", "{\"message\":\"a\",\"ddtags\":[]}", "a"),
        arguments("function of its own", "{\"message\":\"a\",\"lambda\":{\"arn\":1}}", "a"),
        arguments("time as text", "{\"message\":\"a\",\"timestamp\":\"now\"}", "a"),
        arguments(
            "time out of range", "{\"message\":\"a\",\"timestamp\":" + "9".repeat(40) + "}", "a"),
        arguments("number as event", "5", "5"),
        arguments("null as event", "null", "null"),
        arguments("text as event", "\"x\"", "x"),
        arguments("list as event", "[1,2]", null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oddEvents")
  void handleRequest_oddEventAmongGoodOnes_allArrive(String name, String event, String expected)
      throws IOException {
    handle(subscription(HEAD + event + TAIL));

    assertThat(intake.logs()).hasSize(3);
    assertThat(message(0)).isEqualTo("first");
    assertThat(message(2)).isEqualTo("last");
    if (expected != null) {
      assertThat(message(1)).isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"id\":\"2\",\"message\":\"a\u0001\"}",
        "{\"id\":\"2\",\"message\":\"a}",
        "{\"id\":\"2\",\"message\":\"\\x\"}",
        "{\"id\":}",
        "}",
        "{\"message\":\"a\"",
        "nonsense"
      })
  void handleRequest_brokenEvent_textFromThereOnArrives(String event) throws IOException {
    handle(subscription(HEAD + event + TAIL));

    assertThat(message(0)).isEqualTo("first");
    assertThat(intake.logs().toString()).contains("last").contains("parse_error");
  }

  /** Events that are broken, but whose end can be seen. */
  static Stream<String> brokenWithin() {
    return Stream.of(
        "{\"id\":\"2\",\"x\":" + "[".repeat(3000) + "]".repeat(3000) + "}",
        "{\"id\":\"2\",\"x\":" + "{\"y\":".repeat(3000) + "1" + "}".repeat(3000) + " } ",
        "{\"id\":\"2\",\"message\":\"\\x\"}",
        "{\"id\":}",
        "{\"id\":\"2\" \"message\":\"} \\\" ] ,{\"}",
        "{\"id\":\"2\",\"n\":012}",
        "{id:1}");
  }

  @ParameterizedTest
  @MethodSource("brokenWithin")
  void handleRequest_brokenEventWithAnEnd_isTheOnlyOneThatComesAsText(String event)
      throws IOException {
    String between = event + ",{\"message\":\"between\"}," + event;

    String line = handle(subscription(HEAD + between + TAIL));

    assertThat(intake.logs())
        .extracting(log -> log.get("message").asText())
        .containsExactly("first", event.strip(), "between", event.strip(), "last");
    assertThat(intake.logs())
        .extracting(log -> log.get("ddtags").asText().contains("parse_error:cloudwatch_logs"))
        .containsExactly(false, true, false, true, false);
    assertThat(line).contains("incoming_events=5 logs_forwarded=5 parse_errors=2");
  }

  @Test
  void handleRequest_manyBrokenEvents_endInOneText() throws IOException {
    String line = handle(subscription(HEAD + "{},".repeat(10) + "{x},".repeat(5000) + "{}" + TAIL));

    assertThat(line).contains("parse_errors=100");
    assertThat(intake.logs()).hasSize(1 + 10 + 100);
    assertThat(intake.logs().toString()).contains("last");
  }

  /** Events of which nothing can be read. */
  static Stream<Arguments> unreadable() {
    byte[] packed = Events.gzip(bytes(HEAD + "{}" + TAIL));
    return Stream.of(
        arguments("no Base64", bytes("{\"awslogs\":{\"data\":\"*\"}}")),
        arguments("data is null", bytes("{\"awslogs\":{\"data\":null}}")),
        arguments("no data", bytes("{\"awslogs\":{}}")),
        arguments("empty data", bytes("{\"awslogs\":{\"data\":\"\"}}")),
        arguments("no gzip", Events.subscription(new byte[] {1, 2, 3})),
        arguments("gzip cut off", Events.subscription(Arrays.copyOf(packed, packed.length - 20))),
        arguments("gzip damaged", Events.subscription(damaged(packed))),
        arguments("gzip of a bomb", Events.subscription(Events.gzip(new byte[80 << 20]))),
        arguments("gzip of no JSON", Events.subscription("hello")),
        arguments("no log events", Events.subscription("{\"messageType\":\"DATA_MESSAGE\"}")),
        arguments("log events null", Events.subscription("{\"logEvents\":null}")),
        arguments("a list", bytes("[1]")),
        arguments("nothing", bytes("null")),
        arguments("a text", bytes("\"x\"")),
        arguments("no JSON", bytes("<xml/>")),
        arguments("deep JSON", bytes("{\"a\":" + "[".repeat(100_000))),
        arguments("records null", bytes("{\"Records\":null}")),
        arguments("no records", bytes("{\"Records\":[]}")),
        arguments("a null record", bytes("{\"Records\":[null]}")),
        arguments("a bad record", bytes("{\"Records\":[{\"kinesis\":{\"data\":\"*\"}}]}")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void handleRequest_unreadableEvent_arrivesAsItCame(String name, byte[] event) throws IOException {
    String line = handle(event);

    assertThat(intake.logs()).singleElement().asString().contains("parse_error:");
    assertThat(line).contains("parse_errors=1");
  }

  @Test
  void handleRequest_namesOfAnyLength_areCut() throws IOException {
    String name = "é".repeat(500_000);
    String event =
        HEAD.replace("\"s\"", "\"" + "s".repeat(2_000_000) + "\"").replace("/f", "/" + name);

    handle(Events.subscription(event + "{}" + TAIL));

    assertThat(intake.logs()).hasSize(3);
    assertThat(message(0)).isEqualTo("first");
    assertThat(intake.logs().get(0).path("ddtags").asText())
        .contains("forwardername:test_function")
        .endsWith(",truncated:true");
    assertThat(intake.logs().get(0).toString().length()).isLessThan(1_000_000);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"(a+)+$", "(a|a)*b", "(.*)*x", "([a-z]+)*=", "^(a?){30}a{30}$"})
  void handleRequest_patternThatCouldExplode_takesNoTime(String pattern) throws IOException {
    long start = System.nanoTime();

    handle(
        Events.cloudWatch("g", "s", "a".repeat(20_000) + "!"),
        "EXCLUDE_AT_MATCH",
        pattern + "never");

    assertThat(intake.logs()).hasSize(1);
    assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(10_000);
  }

  private static String message(String escaped) {
    return "{\"id\":\"2\",\"timestamp\":1,\"message\":\"" + escaped + "\"}";
  }

  private static String metric(String value) {
    return message("{\\\"m\\\":\\\"a\\\",\\\"v\\\":" + value + ",\\\"e\\\":1,\\\"t\\\":[]}");
  }

  /** A character for a byte, so that bytes which are no UTF-8 can stand in a text. */
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] subscription(String json) {
    return Events.subscription(Events.gzip(bytes(json)));
  }

  private static byte[] damaged(byte[] packed) {
    byte[] damaged = packed.clone();
    Arrays.fill(damaged, 12, 40, (byte) 0x55);
    return damaged;
  }

  private String message(int index) {
    JsonNode message = intake.logs().get(index).path("message");
    return message.asText();
  }

  private String handle(byte[] event, String... settings) throws IOException {
    var environment = intake.environment();
    for (int i = 0; i < settings.length; i += 2) {
      environment.put(settings[i], settings[i + 1]);
    }
    FakeContext context = new FakeContext();
    new ForwarderHandler(ForwarderConfig.from(environment), "test_function", millis -> {})
        .handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), context);
    assertBodiesAreUtf8();
    return context.logged();
  }

  private void assertBodiesAreUtf8() {
    for (RecordingIntake.Request request : intake.requests("/api/v2/logs")) {
      ByteBuffer body = ByteBuffer.wrap(request.body().array());
      assertThatCode(() -> StandardCharsets.UTF_8.newDecoder().decode(body))
          .doesNotThrowAnyException();
    }
  }
}
