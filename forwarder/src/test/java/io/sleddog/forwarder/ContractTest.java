package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void handleRequest_lineOfTheWrapper_isTaken(String name) throws IOException {
    checkTaken("wrapper", name);
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void handleRequest_lineOfAnotherLibrary_isTaken(String name) throws IOException {
    checkTaken("foreign", name);
  }

  @ParameterizedTest
  @MethodSource("plain")
  void handleRequest_lineThatLooksAlike_staysALog(String name) throws IOException {
    String line = forward("plain", name);

    assertThat(intake.logs())
        .singleElement()
        .extracting(log -> log.get("message").asText())
        .isEqualTo(line);
    assertThat(intake.series()).isEmpty();
    assertThat(intake.traces()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrapper", "foreign"})
  void golden_eachOutput_hasALine(String folder) {
    assertThat(Golden.cases("contract/" + folder)).isEqualTo(lines(folder));
  }

  private void checkTaken(String folder, String name) throws IOException {
    forward(folder, name);

    assertThat(intake.logs()).as("taken for a log").isEmpty();
    Golden.check("contract/" + folder, name, Forwarded.all(intake));
  }

  private String forward(String folder, String name) throws IOException {
    String line = Files.readString(CONTRACT.resolve(folder).resolve(name + ".line"));
    byte[] event = Events.cloudWatch("/aws/lambda/orders", "stream", line);
    new ForwarderHandler(
            Wiring.pipeline(ForwarderConfig.from(intake.environment()), "test_function"))
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
