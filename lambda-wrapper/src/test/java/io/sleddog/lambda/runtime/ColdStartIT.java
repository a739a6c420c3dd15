package io.sleddog.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the layer makes the JVM load before the first answer: each class takes about a tenth of a
 * millisecond.
 */
class ColdStartIT {
  /** As many as a traced REST request needed when this was written. Raise it only for a reason. */
  private static final int BUDGET = 66;

  private static final String FUNCTION = "io.sleddog.lambda.functions.Shapes$Stream";

  private static final List<String> TOO_DEAR =
      List.of(
          "java.util.logging.",
          "java.time.format.",
          "java.util.regex.Pattern",
          "java.util.stream.ReferencePipeline",
          "java.lang.invoke.StringConcatFactory",
          "java.security.MessageDigest",
          "java.util.UUID",
          "java.util.Formatter",
          "com.amazonaws.services.lambda.runtime.serialization.factories.",
          "com.amazonaws.lambda.thirdparty.",
          "io.sleddog.lambda.SdkInterceptor");

  @TempDir private Path folder;

  @Test
  void firstInvocation_ofAStreamHandler_loadsFewClassesAndNoDearOnes() throws Exception {
    Path task = RuntimeProcess.taskRoot(folder);
    Path bareLog = folder.resolve("bare.txt");
    Path layerLog = folder.resolve("layer.txt");
    run(RuntimeProcess.direct(task, FUNCTION, logTo(bareLog)));
    run(RuntimeProcess.redirected(task, logTo(layerLog)));
    List<String> loaded = loaded(layerLog);
    loaded.removeAll(loaded(bareLog));
    assertThat(loaded)
        .filteredOn(name -> name.startsWith("io.sleddog."))
        .hasSizeBetween(20, BUDGET);
    for (String dear : TOO_DEAR) {
      assertThat(loaded).as(dear).noneMatch(name -> name.startsWith(dear));
    }
  }

  private static Map<String, String> logTo(Path file) {
    return Map.of(
        "DD_LAMBDA_HANDLER", FUNCTION, "JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + file);
  }

  private static void run(RuntimeProcess process) throws Exception {
    String event = Files.readString(Path.of("src/test/resources/events/api-gateway/in.json"));
    try (RuntimeProcess function = process) {
      assertThat(function.outcome()).isEqualTo("next");
      assertThat(function.invoke(event)).contains("/response");
    }
  }

  private static List<String> loaded(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.contains(" source: "))
        .map(line -> line.substring(line.lastIndexOf(']') + 1).trim().split(" ", 2)[0])
        .collect(Collectors.toList());
  }
}
