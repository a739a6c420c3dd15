package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.FakeContext;
import io.sleddog.forwarder.fixture.FaultyIntake;
import io.sleddog.forwarder.fixture.MemoryS3;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Keeps the books of invocations: what came in, and what became of it. */
final class Ledger {
  private final FaultyIntake intake;
  private final MemoryS3 s3;
  private final List<Long> pauses = new CopyOnWriteArrayList<>();
  private FakeContext context = new FakeContext();
  private List<String> sent = List.of();
  private String answer = "";
  private String error = "";

  Ledger(FaultyIntake intake, MemoryS3 s3) {
    this.intake = intake;
    this.s3 = s3;
  }

  /** Sends an event of so many logs to a new forwarder, which has so much time for it. */
  void handle(int logs, int millis, Map<String, String> settings) {
    handle(handler(settings), logs, millis);
  }

  void handle(ForwarderHandler handler, int logs, int millis) {
    String[] messages = IntStream.range(0, logs).mapToObj(i -> "log " + i).toArray(String[]::new);
    sent = List.of(messages);
    handle(handler, Events.cloudWatch("group", "stream", messages), millis);
  }

  /** A forwarder with these settings besides those that point it to the intake and the store. */
  ForwarderHandler handler(Map<String, String> settings) {
    Map<String, String> environment = new LinkedHashMap<>(intake.environment());
    environment.putAll(s3.environment());
    environment.putAll(settings);
    return new ForwarderHandler(ForwarderConfig.from(environment), "test_function", pauses::add);
  }

  /** The settings that switch storing on. */
  Map<String, String> store() {
    return store(Map.of());
  }

  Map<String, String> store(Map<String, String> others) {
    Map<String, String> settings = new LinkedHashMap<>(others);
    settings.put("DD_STORE_FAILED_EVENTS", "true");
    settings.put("DD_S3_BUCKET_NAME", "bucket");
    return settings;
  }

  /** The messages that came in. */
  List<String> sent() {
    return sent;
  }

  /** What the function answered; empty if it failed. */
  String answer() {
    return answer;
  }

  /** With what the function failed; empty if it did not. */
  String error() {
    return error;
  }

  /** The line that the invocation left. */
  String line() {
    return context.logged();
  }

  /** How long it waited before further tries, in milliseconds. */
  List<Long> pauses() {
    return pauses;
  }

  /** The messages of the logs that are stored. */
  List<String> stored() {
    List<String> messages = new ArrayList<>();
    for (String key : s3.keys()) {
      for (JsonNode item : read(s3.object(key)).get("items")) {
        messages.add(item.path("message").asText());
      }
    }
    return messages;
  }

  /** How many logs are reported as failed. */
  int failed() {
    return count("logs_failed");
  }

  int count(String name) {
    Matcher matcher = Pattern.compile("\\b" + name + "=(\\d+)").matcher(line());
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** What came in equals what went out, once each, and what is lost here is said aloud. */
  void assertComplete() {
    List<String> kept = new ArrayList<>(intake.messages());
    kept.addAll(stored());
    assertThat(kept).doesNotHaveDuplicates();
    assertThat(sent).containsAll(kept);
    assertThat(kept.size() + failed()).as("delivered, stored and failed").isEqualTo(sent.size());
    assertThat(count("logs_forwarded")).isEqualTo(intake.messages().size());
    assertThat(count("logs_stored")).isEqualTo(stored().size());
    assertThat(error.isEmpty()).as("succeeds: " + error).isEqualTo(failed() == 0);
    assertThat(line() + error).doesNotContain(sent).doesNotContain("0123456789abcdef");
  }

  /** Sends any event. */
  void handle(ForwarderHandler handler, byte[] event, int millis) {
    context = new FakeContext().withRemainingMillis(millis);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    error = "";
    try {
      handler.handleRequest(new ByteArrayInputStream(event), out, context);
    } catch (DeliveryFailedException e) {
      error = String.valueOf(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answer = out.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode read(String json) {
    try {
      return Events.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
