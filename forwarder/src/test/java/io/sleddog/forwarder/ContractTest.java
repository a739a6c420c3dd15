package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.FakeContext;
import io.sleddog.forwarder.fixture.Forwarded;
import io.sleddog.forwarder.fixture.Golden;
import io.sleddog.forwarder.fixture.RecordingIntake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forwarder's side of the line format: it takes the lines that the contract lists. */
class ContractTest {
  private static final Path CONTRACT = Path.of("../contract");

  private final RecordingIntake intake = new RecordingIntake();

  static List<String> wrapper() {
    return lines("wrapper");
  }

  static List<String> foreign() {
    return lines("foreign");
  }

  static List<String> plain() {
    return lines("plain");
  }

  @AfterEach
  void stopIntake() {
    intake.close();
  }

  @ParameterizedTest
  @MethodSource("wrapper")
  void handleRequest_lineOfTheWrapper_arrivesWhole(String name) throws IOException {
    JsonNode line = Events.MAPPER.readTree(forward("wrapper", name));

    assertThat(intake.logs()).as("taken for a log").isEmpty();
    if (line.has("m")) {
      checkMetric(line);
    } else {
      checkSpans(line.get("traces").get(0));
    }
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void handleRequest_lineOfAnotherLibrary_isTaken(String name) throws IOException {
    forward("foreign", name);

    assertThat(intake.logs()).as("taken for a log").isEmpty();
    Golden.check("contract/foreign", name, Forwarded.all(intake));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void handleRequest_lineThatLooksAlike_staysALog(String name) throws IOException {
    String line = forward("plain", name);

    assertThat(intake.logs())
        .singleElement()
        .extracting(log -> log.get("message").asText())
        .isEqualTo(line);
    assertThat(intake.series())
        .as("only what Lambda's own report says")
        .allSatisfy(
            series -> assertThat(series.get("metric").asText()).startsWith("aws.lambda.enhanced."));
    assertThat(intake.traces()).isEmpty();
  }

  @Test
  void golden_eachOutput_hasALine() {
    assertThat(Golden.cases("contract/foreign")).isEqualTo(lines("foreign"));
  }

  private void checkMetric(JsonNode line) {
    assertThat(intake.series())
        .singleElement()
        .satisfies(
            series -> {
              assertThat(series.get("metric")).isEqualTo(line.get("m"));
              assertThat(series.get("points").get(0).get(0).asLong())
                  .isEqualTo(line.get("e").asLong());
              assertThat(series.get("points").get(0).get(1).get(0).asDouble())
                  .isEqualTo(line.get("v").asDouble());
              assertThat(series.get("tags")).containsAll(line.get("t"));
            });
  }

  private void checkSpans(JsonNode written) {
    JsonNode payload = intake.traces().get(0).get("tracerPayloads").get(0);
    JsonNode arrived = payload.get("chunks").get(0).get("spans");
    assertThat(arrived).hasSameSizeAs(written);
    for (int i = 0; i < written.size(); i++) {
      JsonNode from = written.get(i);
      JsonNode to = arrived.get(i);
      assertThat(to.get("traceID").asText()).isEqualTo(decimal(from.get("trace_id")));
      assertThat(to.get("spanID").asText()).isEqualTo(decimal(from.get("span_id")));
      assertThat(to.path("parentID").asText("0")).isEqualTo(decimal(from.get("parent_id")));
      for (String name : List.of("name", "resource", "start")) {
        assertThat(to.get(name).asText()).isEqualTo(from.get(name).asText());
      }
      assertThat(to.get("service").asText()).isEqualToIgnoringCase(from.get("service").asText());
      assertThat(to.path("duration").asLong()).isEqualTo(from.get("duration").asLong());
      assertThat(to.path("error").asInt()).isEqualTo(from.get("error").asInt());
      from.path("metrics")
          .properties()
          .forEach(
              entry ->
                  assertThat(to.get("metrics").get(entry.getKey()).asDouble())
                      .isEqualTo(entry.getValue().asDouble()));
      assertThat(names(to.get("meta"))).containsAll(names(from.path("meta")));
    }
  }

  private static List<String> names(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  private static String decimal(JsonNode hex) {
    return Long.toUnsignedString(Long.parseUnsignedLong(hex.asText(), 16));
  }

  private String forward(String folder, String name) throws IOException {
    String line = Files.readString(CONTRACT.resolve(folder).resolve(name + ".line"));
    byte[] event = Events.cloudWatch("/aws/lambda/orders", "stream", line);
    new ForwarderHandler(ForwarderConfig.from(intake.environment()), "test_function", millis -> {})
        .handleRequest(
            new ByteArrayInputStream(event), new ByteArrayOutputStream(), new FakeContext());
    return line;
  }

  private static List<String> lines(String folder) {
    try (Stream<Path> files = Files.list(CONTRACT.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString().replace(".line", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
