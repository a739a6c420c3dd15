package io.sleddog.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function under Datadog's real tracing agent for Java, without Datadog's extension. */
class TracerIT {
  private static final String EVENT =
      "{\"httpMethod\":\"GET\",\"path\":\"/menu\",\"headers\":{\"x-datadog-trace-id\":\"77\","
          + "\"x-datadog-parent-id\":\"78\",\"x-datadog-sampling-priority\":\"1\"},"
          + "\"requestContext\":{\"stage\":\"dev\",\"apiId\":\"abc\",\"resourcePath\":\"/menu\","
          + "\"requestTimeEpoch\":1700000000000,\"domainName\":\"abc.example.com\"}}";

  private static final String NOT_MADE = "Sleddog: spans of Telemetry are not made: ";

  @TempDir private Path folder;
  private String output = "";

  @Test
  void function_withOpenTelemetry_hasOneTraceThatGoesOnWithTheCallers() throws Exception {
    Path task = RuntimeProcess.taskRoot(folder);
    copyJars(task, "opentelemetry-");
    Map<String, String> variables = variables();
    variables.put("DD_TRACE_OTEL_ENABLED", "true");
    List<String> lines = run(task, variables);
    assertThat(lines).as("%s", lines).hasSize(1);
    Map<String, Json> spans = spans(lines.get(0));
    assertThat(spans).containsOnlyKeys("aws.apigateway", "aws.lambda", "brew", "grind");
    Json gateway = spans.get("aws.apigateway");
    assertThat(gateway.get("trace_id").text()).endsWith("4d");
    assertThat(gateway.get("parent_id").text()).isEqualTo("4e");
    Json function = spans.get("aws.lambda");
    assertThat(function.get("parent_id").text()).isEqualTo(gateway.get("span_id").text());
    assertThat(function.get("resource").text()).isEqualTo("orders");
    assertThat(function.get("type").text()).isEqualTo("serverless");
    assertThat(function.get("meta").get("request_id").text()).isEqualTo("request-0");
    assertThat(function.get("meta").get("ids").text()).isEqualTo("the same");
    Json brew = spans.get("brew");
    assertThat(brew.get("parent_id").text()).isEqualTo(function.get("span_id").text());
    assertThat(spans.get("grind").get("parent_id").text()).isEqualTo(brew.get("span_id").text());
    assertThat(output).doesNotContain(NOT_MADE);
  }

  @Test
  void function_withoutOpenTelemetry_hasTheAgentsSpanUnderTheRightName() throws Exception {
    List<String> lines = run(RuntimeProcess.taskRoot(folder), variables());
    assertThat(lines).as("%s", lines).hasSize(1);
    Map<String, Json> spans = spans(lines.get(0));
    assertThat(spans).containsOnlyKeys("aws.lambda", "grind");
    assertThat(output.split(NOT_MADE, -1)).hasSize(2);
    Json function = spans.get("aws.lambda");
    assertThat(function.get("meta").get("request_id").text()).isEqualTo("request-0");
    assertThat(function.get("meta").get("cold_start").text()).isEqualTo("true");
    assertThat(function.get("service").text()).isEqualTo("orders");
    assertThat(spans.get("grind").get("parent_id").text())
        .isEqualTo(function.get("span_id").text());
  }

  @Test
  void function_withOpenTelemetryAndExtension_hasItsSpansBelowTheAgents() throws Exception {
    Path task = RuntimeProcess.taskRoot(folder);
    copyJars(task, "opentelemetry-");
    Map<String, String> variables = variables();
    variables.put("DD_TRACE_OTEL_ENABLED", "true");
    variables.put("SLEDDOG_EXTENSION_PATH", Files.createFile(folder.resolve("it")).toString());
    List<String> lines = traces(task, variables);
    assertThat(lines).as("%s", output).hasSize(1);
    Map<String, Json> spans = spans(lines.get(0));
    assertThat(spans).containsOnlyKeys("dd-tracer-serverless-span", "brew", "grind");
    Json agents = spans.get("dd-tracer-serverless-span");
    Json brew = spans.get("brew");
    assertThat(brew.get("parent_id").text()).isEqualTo(agents.get("span_id").text());
    assertThat(brew.get("trace_id").text()).isEqualTo(agents.get("trace_id").text());
    assertThat(spans.get("grind").get("parent_id").text()).isEqualTo(brew.get("span_id").text());
    assertThat(output).doesNotContain(NOT_MADE, "aws.lambda.enhanced");
  }

  private static Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    String agent = System.getProperty("tracer.jar");
    assertThat(Path.of(agent)).exists();
    variables.put("JAVA_TOOL_OPTIONS", "-javaagent:" + agent);
    variables.put("DD_LAMBDA_HANDLER", "io.sleddog.lambda.functions.Traced");
    variables.put("_HANDLER", "io.sleddog.lambda.LayerHandler::handleRequest");
    variables.put("DD_INSTRUMENTATION_TELEMETRY_ENABLED", "false");
    variables.put("DD_REMOTE_CONFIGURATION_ENABLED", "false");
    variables.put("DD_JMXFETCH_ENABLED", "false");
    variables.put("DD_COLD_START_TRACING", "false");
    return variables;
  }

  private List<String> run(Path task, Map<String, String> variables) throws Exception {
    List<String> traces = traces(task, variables);
    assertThat(output).contains("aws.lambda.enhanced.invocations");
    return traces;
  }

  private List<String> traces(Path task, Map<String, String> variables) throws Exception {
    try (RuntimeProcess function = RuntimeProcess.redirected(task, variables)) {
      assertThat(function.outcome()).isEqualTo("next");
      assertThat(function.invoke(EVENT)).contains("/response");
      List<String> traces = new ArrayList<>();
      for (String line : function.output().split("\n", -1)) {
        if (line.startsWith("{\"traces\"")) {
          traces.add(line);
        }
      }
      output = function.output();
      return traces;
    }
  }

  private static Map<String, Json> spans(String line) {
    Map<String, Json> spans = new HashMap<>();
    Json span = Json.parse(line).get("traces").first().first();
    while (span.exists()) {
      spans.put(String.valueOf(span.get("name").text()), span);
      span = span.next();
    }
    return spans;
  }

  private static void copyJars(Path task, String prefix) throws IOException {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry);
      if (jar.getFileName().toString().startsWith(prefix)) {
        Files.copy(jar, task.resolve("lib").resolve(jar.getFileName().toString()));
      }
    }
  }
}
