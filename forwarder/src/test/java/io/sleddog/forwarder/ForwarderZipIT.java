package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.LambdaProcess;
import io.sleddog.forwarder.fixture.RecordingIntake;
import io.sleddog.forwarder.fixture.RuntimeApi.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The deployment package: what is in it, and how it runs under the real runtime. */
class ForwarderZipIT {
  private static final Path ZIP = Path.of("target/forwarder.zip");
  private static final String METRIC = "{\"m\":\"orders\",\"v\":2,\"e\":1583425836,\"t\":[]}";
  private static final String TRACE =
      "{\"traces\":[[{\"trace_id\":\"1f\",\"span_id\":\"2\",\"parent_id\":\"0\",\"name\":\"n\"}]]}";

  @Test
  void zip_content_isOurClassesAndKnownLibraries() throws IOException {
    List<String> files;
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      files =
          zip.stream().filter(entry -> !entry.isDirectory()).map(entry -> entry.getName()).toList();
    }

    assertThat(files).contains("io/sleddog/forwarder/ForwarderHandler.class");
    assertThat(files)
        .filteredOn(name -> !name.startsWith("io/sleddog/forwarder/"))
        .satisfiesExactlyInAnyOrder(
            name -> assertThat(name).matches("lib/0-jackson-core-[0-9.]+.jar"),
            name -> assertThat(name).matches("lib/1-commons-compress-[0-9.]+.jar"),
            name -> assertThat(name).matches("lib/1-commons-io-[0-9.]+.jar"),
            name -> assertThat(name).matches("lib/1-re2j-[0-9.]+.jar"),
            name -> assertThat(name).matches("lib/1-zstd-jni-[0-9.-]+-linux_amd64.jar"),
            name -> assertThat(name).matches("lib/1-zstd-jni-[0-9.-]+-linux_aarch64.jar"));
  }

  @Test
  void zip_packedTwice_hasTheSameBytes() {
    assertThat(ZIP).hasSameBinaryContentAs(Path.of("target/again.zip"));
  }

  @Test
  void zip_size_isSmall() throws IOException {
    assertThat(Files.size(ZIP)).isLessThan(4_000_000);
  }

  @Test
  void function_subscriptionEvents_reachTheIntakes(@TempDir Path folder) throws Exception {
    try (RecordingIntake intake = new RecordingIntake();
        LambdaProcess function = LambdaProcess.start(ZIP, folder, intake.environment())) {
      Result first =
          function.invoke(Events.cloudWatch("/aws/lambda/a", "s", "text", METRIC, TRACE));
      Result second = function.invoke(Events.cloudWatch("/aws/lambda/a", "s", "more"));

      assertThat(List.of(first, second)).containsOnly(new Result(true, "null"));
      assertThat(intake.logs())
          .extracting(log -> log.get("message").asText())
          .containsExactly("text", "more");
      assertThat(intake.series()).hasSize(1);
      assertThat(intake.traces()).hasSize(1);
      assertThat(function.output()).contains("logs_forwarded=1 metrics_forwarded=1");
    }
  }

  @Test
  void function_intakeRefuses_invocationFailsAndTheNextOneWorks(@TempDir Path folder)
      throws Exception {
    try (RecordingIntake intake = new RecordingIntake();
        LambdaProcess function = LambdaProcess.start(ZIP, folder, intake.environment())) {
      intake.answer("/api/v2/logs", 403);
      Result refused = function.invoke(Events.cloudWatch("group", "s", "text"));
      intake.answer("/api/v2/logs", 202);
      Result taken = function.invoke(Events.cloudWatch("group", "s", "text"));

      assertThat(refused.ok()).isFalse();
      assertThat(refused.body())
          .contains("Not delivered: 1 logs: answer 403")
          .doesNotContain(RecordingIntake.KEY);
      assertThat(taken.ok()).isTrue();
    }
  }

  @Test
  void function_withSnapStart_deliversAfterTheSnapshot(@TempDir Path folder) throws Exception {
    try (RecordingIntake intake = new RecordingIntake()) {
      Map<String, String> environment = new HashMap<>(intake.environment());
      environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
      try (LambdaProcess function = LambdaProcess.start(ZIP, folder, environment)) {
        Result result = function.invoke(Events.cloudWatch("group", "s", "text"));

        assertThat(result).isEqualTo(new Result(true, "null"));
        assertThat(function.restores()).isEqualTo(1);
        assertThat(intake.logs()).hasSize(1);
      }
    }
  }

  @Test
  void function_withoutSettings_saysWhatIsMissing(@TempDir Path folder) throws Exception {
    Map<String, String> environment = Map.of("DD_PORT", "no");
    try (LambdaProcess function = LambdaProcess.start(ZIP, folder, environment)) {
      Result error = function.initError();

      assertThat(error.ok()).isFalse();
      assertThat(error.body()).contains("DD_API_KEY: is not set", "DD_PORT: ");
    }
  }
}
