package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.forwarder.Artifacts;
import io.sleddog.cli.json.Json;
import io.sleddog.emulator.AwsEmulator;
import io.sleddog.emulator.UsesAwsEmulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code sleddog forwarder} against the emulator, with the real SDK. */
@Timeout(300)
@UsesAwsEmulator(functions = true)
class ForwarderIT {
  private final String stack = "forwarder-" + UUID.randomUUID().toString().substring(0, 8);
  private final Path zip;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private final SdkAt sdk;

  ForwarderIT(@TempDir Path folder, AwsEmulator emulator) throws IOException {
    this.zip = Files.write(folder.resolve("forwarder.zip"), EmptyZip.bytes());
    this.sdk = new SdkAt(emulator);
  }

  @AfterEach
  void leaveEmulator() {
    sdk.close();
  }

  @Test
  void stack_isDeployedUpdatedAndLookedAt() {
    assertThat(sleddog("deploy", "--api-key-parameter", "/dd/key", "--site", "datadoghq.eu"))
        .isZero();
    assertThat(result().path("outcome").asText()).isEqualTo("changed");
    String arn = result().path("forwarder").asText();
    assertThat(arn).contains(":function:");

    assertThat(sleddog("deploy")).isZero();
    assertThat(result().path("outcome").asText()).isEqualTo("unchanged");
    assertThat(sleddog("update", "--memory", "2048")).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("UPDATE_COMPLETE");

    assertThat(sleddog("status")).isZero();
    assertThat(result().path("forwarder").asText()).isEqualTo(arn);
    assertThat(result().path("memorySize").asInt()).isEqualTo(2048);
    assertThat(result().at("/stack/status").asText()).isEqualTo("UPDATE_COMPLETE");
    assertThat(sleddog("replay")).isZero();
  }

  private JsonNode result() {
    return Json.parse(out.toString(StandardCharsets.UTF_8)).path("result");
  }

  private int sleddog(String command, String... more) {
    out.reset();
    err.reset();
    Surroundings surroundings =
        new Surroundings(
            System.getenv(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    Path template = Path.of("src/test/resources/stack/forwarder.yaml");
    Artifacts artifacts = new Artifacts(() -> zip, () -> template, variables -> null);
    String[] words = new String[more.length + 7];
    List<String> first =
        List.of("forwarder", command, "--json", "--name", stack, "-r", "eu-west-1");
    first.toArray(words);
    System.arraycopy(more, 0, words, first.size(), more.length);
    return new Program(surroundings, surroundings.session(), artifacts).run(words);
  }
}
