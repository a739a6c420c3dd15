package io.sleddog.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Begin and end of a function's process, under the real runtime. */
class LifeCycleIT {
  private static final String PACKAGE = "io.sleddog.lambda.functions.";

  @TempDir private static Path folder;
  private static Path task;

  @BeforeAll
  static void makeTaskRoot() throws IOException {
    task = RuntimeProcess.taskRoot(folder);
  }

  @Test
  void coldStart_onDemand_hasASpanFromTheStartOfTheProcess() throws Exception {
    try (RuntimeProcess function = start("Shapes$Stream", Map.of())) {
      assertThat(function.outcome()).isEqualTo("next");
      assertThat(function.invoke("{}")).contains("/response");
      assertThat(function.invoke("{}")).contains("/response");
      List<String> traces = traces(function);
      assertThat(traces.get(0)).contains("aws.lambda.load");
      String load = traces.get(0).substring(traces.get(0).indexOf("\"name\":\"aws.lambda.load\""));
      String duration = load.replaceFirst("(?s).*?\"duration\":(\\d+).*", "$1");
      assertThat(Long.parseLong(duration)).isBetween(30_000_000L, 60_000_000_000L);
      assertThat(traces.get(1)).doesNotContain("aws.lambda.load");
    }
  }

  @Test
  void snapStart_restored_isColdWithoutALoad() throws Exception {
    Map<String, String> snapStart = Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    try (RuntimeProcess function = start("Shapes$Stream", snapStart)) {
      assertThat(function.outcome()).isEqualTo("restore");
      assertThat(function.outcome()).isEqualTo("next");
      assertThat(function.invoke("{}")).contains("/response");
      assertThat(traces(function).get(0))
          .contains("\"cold_start\":\"true\"", "\"init_type\":\"snap-start\"")
          .doesNotContain("aws.lambda.load");
    }
  }

  @Test
  void outOfMemory_withNothingLeft_isWrittenBeforeTheProcessEnds() throws Exception {
    try (RuntimeProcess function = start("Failures$FillsMemory", Map.of())) {
      assertThat(function.outcome()).isEqualTo("next");
      // Whether the runtime has the memory to report it is the runtime's affair.
      assertThat(function.invoke("{}")).containsAnyOf("/error", "ended with");
      assertThat(traces(function).get(0))
          .contains("\"error.type\":\"java.lang.OutOfMemoryError\"", "\"error\":1");
    }
  }

  @Test
  void invocations_severalInOneJvm_doNotMix() throws Exception {
    Map<String, String> managed =
        Map.of(
            "AWS_LAMBDA_MAX_CONCURRENCY", "4",
            "AWS_LAMBDA_INITIALIZATION_TYPE", "lambda-managed-instances");
    try (RuntimeProcess function = start("Shapes$Meets", managed)) {
      List<String> posted = function.invokeTogether(List.of("{}", "{}", "{}", "{}"));
      assertThat(posted).allMatch(result -> result.endsWith("\"met\""));
      List<String> traces = traces(function);
      assertThat(traces).hasSize(4);
      for (String trace : traces) {
        Json spans = Json.parse(trace).get("traces").first();
        Json invocation = spans.first();
        Json meet = invocation.next();
        assertThat(meet.get("parent_id").text()).isEqualTo(invocation.get("span_id").text());
        assertThat(meet.get("meta").get("request").text())
            .isEqualTo(invocation.get("meta").get("request_id").text());
      }
      assertThat(traces).filteredOn(trace -> trace.contains("\"cold_start\":\"true\"")).hasSize(1);
    }
  }

  private static RuntimeProcess start(String handler, Map<String, String> variables)
      throws IOException {
    Map<String, String> all = new HashMap<>(variables);
    all.put("DD_LAMBDA_HANDLER", PACKAGE + handler);
    return RuntimeProcess.redirected(task, all);
  }

  private static List<String> traces(RuntimeProcess function) throws IOException {
    return function
        .output()
        .lines()
        .filter(line -> line.startsWith("{\"traces\""))
        .collect(Collectors.toList());
  }
}
