package io.sleddog.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Events that are almost like real ones never change a result, never throw, and never break a line.
 */
class EventFuzzTest {
  private static final Path FOLDER = Path.of("src/test/resources/events");
  private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 100_000);
  private static final String[] REPLACEMENTS = {
    "null",
    "0",
    "-1",
    "1e99",
    "true",
    "{}",
    "[]",
    "\"\"",
    "\"\\ud800\"",
    "[{}]",
    "{\"\":[]}",
    "99999999999999999999",
    "\"not a time\"",
    "[null]",
    "\"arn:::::\"",
    "\"{\\\"detail\\\":1}\""
  };

  private final RecordingWarnings warnings = new RecordingWarnings();
  private final List<byte[]> lines = new ArrayList<>();

  @Test
  void handleRequest_mutatedEvents_areAnsweredAsEver() throws IOException {
    List<String> events = events();
    Random random = new Random(1);
    LayerHandler layer = layer();
    for (int i = 0; i < ROUNDS; i++) {
      String event = mutate(events.get(random.nextInt(events.size())), random);
      ByteArrayOutputStream response = new ByteArrayOutputStream();
      layer.handleRequest(
          new ByteArrayInputStream(event.getBytes(UTF_8)), response, new FakeContext());
      assertThat(response.toString(UTF_8)).isEqualTo("{\"statusCode\":200,\"body\":\"ok\"}");
      for (byte[] line : lines) {
        assertThat(Json.parse(line).isObject()).as(event).isTrue();
      }
      lines.clear();
    }
  }

  private LayerHandler layer() {
    Map<String, String> variables =
        Map.of(
            "DD_LAMBDA_HANDLER", Functions.Ok.class.getName(), "DD_CAPTURE_LAMBDA_PAYLOAD", "true");
    Instrumentation instrumentation =
        new Instrumentation(
            new Environment(variables, warnings), warnings, new FakeClock(), lines::add, 1);
    return new LayerHandler(instrumentation, getClass().getClassLoader());
  }

  private static List<String> events() throws IOException {
    List<String> events = new ArrayList<>();
    for (String name : EventsTest.cases()) {
      String input = Files.readString(FOLDER.resolve(name).resolve("in.json"));
      events.add(Json.parse(input).get("event").source());
    }
    return events;
  }

  /** Replaces one value, or cuts, or changes a byte. */
  private static String mutate(String event, Random random) {
    int at = random.nextInt(event.length());
    int kind = random.nextInt(8);
    if (kind == 0) {
      return event.substring(0, at);
    }
    if (kind == 1) {
      return event.substring(0, at) + (char) random.nextInt(0x300) + event.substring(at + 1);
    }
    int colon = event.indexOf(':', at);
    int end = colon < 0 ? -1 : endOfValue(event, colon + 1);
    if (end < 0) {
      return event;
    }
    String value = REPLACEMENTS[random.nextInt(REPLACEMENTS.length)];
    return event.substring(0, colon + 1) + value + event.substring(end);
  }

  private static int endOfValue(String event, int from) {
    for (int i = from; i < event.length(); i++) {
      char c = event.charAt(i);
      if (c == ',' || c == '}' || c == ']') {
        return i;
      }
    }
    return -1;
  }
}
