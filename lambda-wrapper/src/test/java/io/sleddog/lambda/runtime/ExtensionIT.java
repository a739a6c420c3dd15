package io.sleddog.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.agent.FakeAgent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function with Datadog's extension in its sandbox, under the real runtime. */
class ExtensionIT {
  @TempDir private Path folder;

  @Test
  void function_withTheExtension_writesNoLineAndSendsPointsAndTraces() throws Exception {
    try (FakeAgent agent = new FakeAgent()) {
      Map<String, String> variables = new HashMap<>(agent.variables());
      variables.put("DD_LAMBDA_HANDLER", "io.sleddog.lambda.functions.Shapes$Measures");
      variables.put(
          "SLEDDOG_EXTENSION_PATH", Files.createFile(folder.resolve("datadog-agent")).toString());
      try (RuntimeProcess function =
          RuntimeProcess.redirected(RuntimeProcess.taskRoot(folder), variables)) {
        assertThat(function.outcome()).isEqualTo("next");
        assertThat(function.invoke("{}")).contains("/response");
        assertThat(function.invoke("{\"fail\":true}")).contains("/error", "no beans");
        assertThat(function.output()).doesNotContain("\"traces\"", "\"m\":");
      }
      assertThat(agent.line()).startsWith("orders:1|d|#product:latte,dd_lambda_layer:");
      assertThat(agent.line()).startsWith("late:1|d|#dd_lambda_layer:").endsWith("|T1700000000");
      assertThat(agent.line()).startsWith("_e{4,8}:open|the door|d:");
      assertThat(agent.line()).startsWith("orders:1|d|");
      assertThat(agent.line()).startsWith("late:1|d|");
      assertThat(agent.line()).startsWith("_e{4,8}:open|the door|d:");
      assertThat(agent.line())
          .startsWith("aws.lambda.enhanced.errors:1|d|#region:eu-west-1,account_id:");
      assertThat(agent.linesSoFar()).isEmpty();
      assertThat(agent.trace().toJson()).contains("\"name\":\"aws.lambda\"", "\"error\":0");
      assertThat(agent.trace().toJson()).contains("no beans", "\"error\":1");
    }
  }
}
