package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.Fault;
import io.sleddog.forwarder.fixture.FaultyIntake;
import io.sleddog.forwarder.fixture.LambdaProcess;
import io.sleddog.forwarder.fixture.OwnAuthority;
import io.sleddog.forwarder.fixture.RuntimeApi.Result;
import io.sleddog.forwarder.fixture.TunnelProxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The deployment package under the real runtime, with an intake that it reaches by TLS. */
class ConnectionsIT {
  private static final Path ZIP = Path.of("target/forwarder.zip");
  private static final int WORKERS = 2;

  /** On a busy machine the end of an answer may come so late that nobody waits for it. */
  private static final int SPARE = 3;

  private Path folder;

  private OwnAuthority authority;
  private FaultyIntake intake;

  @BeforeEach
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    authority = new OwnAuthority(Files.createDirectory(folder.resolve("keys")));
    intake = new FaultyIntake(authority.listen());
  }

  @AfterEach
  void stop() {
    intake.close();
  }

  /** Answers whose ends come with their heads, and later. */
  static Stream<Fault> answers() {
    return Stream.of(Fault.status(202), Fault.takenInPieces(), Fault.takenInChunks());
  }

  @ParameterizedTest
  @MethodSource("answers")
  void invoke_manyBatches_shareTheConnectionsOfTheSenders(Fault answer) throws Exception {
    intake.always(answer);
    String[] lines = IntStream.range(0, 8_500).mapToObj(i -> "line " + i).toArray(String[]::new);

    try (LambdaProcess function = start(trusting())) {
      for (int i = 0; i < 3; i++) {
        assertThat(function.invoke(Events.cloudWatch("group", "s", lines)).ok()).isTrue();
      }
    }

    assertThat(intake.posted()).hasSize(3 * 9);
    assertThat(intake.messages()).hasSize(3 * lines.length);
    assertThat(intake.connections()).isLessThanOrEqualTo(WORKERS + SPARE);
  }

  @Test
  void invoke_connectionsWereClosedInBetween_delivers() throws Exception {
    try (LambdaProcess function = start(trusting())) {
      assertThat(function.invoke(Events.cloudWatch("group", "s", "before")).ok()).isTrue();
      intake.hangUp();
      assertThat(function.invoke(Events.cloudWatch("group", "s", "after")).ok()).isTrue();
    }

    assertThat(intake.messages()).containsExactly("before", "after");
  }

  @Test
  void invoke_unknownAuthority_failsAndSaysSo() throws Exception {
    try (LambdaProcess function = start(settings())) {
      Result result = function.invoke(Events.cloudWatch("group", "s", "text"));

      assertThat(result.ok()).isFalse();
      assertThat(result.body())
          .contains("no TLS connection", "https://localhost:" + intake.port())
          .doesNotContain("0123456789abcdef");
    }
    assertThat(intake.messages()).isEmpty();
  }

  @Test
  void invoke_validationSkipped_delivers() throws Exception {
    Map<String, String> settings = settings();
    settings.put("DD_SKIP_SSL_VALIDATION", "true");

    try (LambdaProcess function = start(settings)) {
      assertThat(function.invoke(Events.cloudWatch("group", "s", "text")).ok()).isTrue();
    }
    assertThat(intake.messages()).containsExactly("text");
  }

  @Test
  void invoke_privateHostBehindAProxy_isReachedThroughATunnel() throws Exception {
    Map<String, String> settings = trusting();
    settings.put("DD_URL", "logs.private.example");
    settings.put("NO_PROXY", "localhost");

    try (TunnelProxy proxy = new TunnelProxy(intake.port(), "")) {
      settings.put("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port());
      try (LambdaProcess function = start(settings)) {
        for (int i = 0; i < 12; i++) {
          assertThat(function.invoke(Events.cloudWatch("group", "s", "text")).ok()).isTrue();
        }
      }
      assertThat(proxy.asked())
          .as("the first handshake, and one tunnel for all batches")
          .hasSizeBetween(1, 2 + SPARE)
          .allMatch(line -> line.startsWith("CONNECT logs.private.example:" + intake.port()));
    }
    assertThat(intake.messages()).hasSize(12);
  }

  @Test
  void invoke_proxyThatWantsAUser_getsItOnlyInTheTunnelsHead() throws Exception {
    Map<String, String> settings = trusting();

    try (TunnelProxy proxy = new TunnelProxy(intake.port(), "Basic dXNlcjpzZWNyZXQ=")) {
      settings.put("HTTPS_PROXY", "http://user:secret@127.0.0.1:" + proxy.port());
      try (LambdaProcess function = start(settings)) {
        assertThat(function.invoke(Events.cloudWatch("group", "s", "one")).ok()).isTrue();
        assertThat(function.invoke(Events.cloudWatch("group", "s", "two")).ok()).isTrue();
      }
    }
    assertThat(intake.posted().get(0).headers()).doesNotContainKey("proxy-authorization");
    assertThat(intake.messages()).containsExactly("one", "two");
  }

  @Test
  void invoke_proxyRefusesTheUser_failsWithoutTheSecret() throws Exception {
    Map<String, String> settings = trusting();

    try (TunnelProxy proxy = new TunnelProxy(intake.port(), "Basic other")) {
      settings.put("HTTPS_PROXY", "http://user:secret@127.0.0.1:" + proxy.port());
      try (LambdaProcess function = start(settings)) {
        Result result = function.invoke(Events.cloudWatch("group", "s", "text"));

        assertThat(result.ok()).isFalse();
        assertThat(result.body()).contains("407").doesNotContain("secret", "dXNlcjpzZWNyZXQ");
      }
    }
  }

  private LambdaProcess start(Map<String, String> settings) throws Exception {
    return LambdaProcess.start(ZIP, Files.createDirectory(folder.resolve("function")), settings);
  }

  private Map<String, String> trusting() {
    Map<String, String> settings = settings();
    settings.put("JAVA_TOOL_OPTIONS", authority.trustOptions());
    return settings;
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(intake.environment());
    String url = "https://localhost:" + intake.port();
    settings.put("DD_NO_SSL", "false");
    settings.put("DD_URL", "localhost");
    settings.put("DD_API_URL", url);
    settings.put("DD_TRACE_INTAKE_URL", url);
    settings.put("DD_MAX_WORKERS", Integer.toString(WORKERS));
    return settings;
  }
}
