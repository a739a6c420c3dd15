package io.sleddog.lambda.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.agent.FakeAgent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A program in a JVM of its own with nothing but the jar, and an Agent beside it. */
class PlainProcessIT {
  private static final String PARENT = "00-6553f1000000000000000000000000aa-00000000000000bb-01";

  @Test
  void program_thatReturnsAtOnce_hasSentEverything() throws Exception {
    try (FakeAgent agent = new FakeAgent()) {
      assertThat(run(agent.variables())).isEmpty();
      assertThat(agent.line()).isEqualTo("orders:1|d|#trace:6553f1000000000000000000000000aa");
      assertThat(agent.line()).isEqualTo("sold:2|c");
      assertThat(agent.line()).isEqualTo("queue:3|g");
      assertThat(agent.line()).matches("_e\\{4,8}:open\\|the door\\|d:\\d+\\|t:success");
      assertThat(agent.line()).matches("_sc\\|grinder\\|0\\|d:\\d+");
      assertThat(agent.trace().toJson())
          .contains("\"name\":\"web.request\"", "\"name\":\"grind\"", "\"parent_id\":187,");
    }
  }

  @Test
  void program_agentIsNotThere_endsAllTheSameWithOneLine() throws Exception {
    Map<String, String> variables;
    try (FakeAgent agent = new FakeAgent()) {
      variables = agent.variables();
    }
    String output = run(variables);
    assertThat(output.lines().filter(line -> line.contains("Sleddog: traces wait"))).hasSize(1);
    assertThat(output).doesNotContain("\tat ");
  }

  @Test
  void program_thatFlushesToTheLog_writesItsTraceAndPointsAsLines() throws Exception {
    String output =
        run(
            Map.of(
                "DD_FLUSH_TO_LOG", "true",
                "DD_SERVICE", "shop",
                "DD_ENV", "prod",
                "DD_VERSION", "7",
                "DD_TAGS", "team:a"));
    List<String> lines = output.lines().collect(Collectors.toList());
    assertThat(lines).hasSize(6);
    assertThat(lines.get(0))
        .matches(
            "\\{\"m\":\"orders\",\"v\":1,\"e\":\\d+,"
                + "\"t\":\\[\"trace:6553f1000000000000000000000000aa\"]}");
    assertThat(lines.get(1))
        .startsWith("{\"traces\":[[{\"trace_id\":\"00000000000000aa\"")
        .contains(
            "\"parent_id\":\"00000000000000bb\",\"service\":\"shop\",\"name\":\"web.request\"",
            "\"_dd.p.tid\":\"6553f10000000000\"",
            "\"team\":\"a\",\"env\":\"prod\",\"language\":\"jvm\",\"version\":\"7\"",
            "\"name\":\"grind\"");
    assertThat(lines.get(2)).startsWith("{\"m\":\"sold\",\"v\":2,").endsWith(",\"t\":[]}");
    assertThat(lines.get(4)).startsWith("{\"status\":\"ok\",\"message\":\"open\\nthe door\"");
  }

  @Test
  void program_thatFlushesToTheLogWithoutTraces_writesPointsOnly() throws Exception {
    String output = run(Map.of("DD_FLUSH_TO_LOG", "1", "DD_TRACE_ENABLED", "false"));
    assertThat(output.lines()).hasSize(5).noneMatch(line -> line.contains("traces"));
  }

  private static String run(Map<String, String> variables)
      throws IOException, InterruptedException {
    String classes =
        Path.of("target", "lambda-wrapper-0.1.0.jar")
            + File.pathSeparator
            + Path.of("target", "test-classes");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java, "-cp", classes, "io.sleddog.lambda.functions.PlainProcess", PARENT);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_LAMBDA_"));
    builder.environment().keySet().removeIf(name -> name.startsWith("DD_"));
    builder.environment().putAll(variables);
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
