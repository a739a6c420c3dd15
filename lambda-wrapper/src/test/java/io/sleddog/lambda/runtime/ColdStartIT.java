package io.sleddog.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the layer makes the JVM load before the first answer of a REST API's function. */
class ColdStartIT {
  /**
   * As many as a traced REST request needed when this was written, a fifth of a millisecond each.
   * Raise it only for a reason.
   */
  private static final int BUDGET = 61;

  private static final String FUNCTION = "io.sleddog.lambda.functions.Shapes$Stream";
  private static final Path EARLY = Path.of("src/main/resources/META-INF/early-classes");
  private static final String BY_CLASS_LOADER = "file:";

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
          "java.util.concurrent.atomic.AtomicBoolean",
          "jdk.internal.math.FloatingDecimal",
          "com.amazonaws.services.lambda.runtime.serialization.factories.",
          "com.amazonaws.lambda.thirdparty.",
          "io.sleddog.lambda.SdkInterceptor");

  @TempDir private static Path folder;

  /** The classes that are loaded through the layer alone, each with its source. */
  private static Map<String, String> loaded = Map.of();

  @BeforeAll
  static void startBareAndThroughTheLayer() throws Exception {
    Path task = RuntimeProcess.taskRoot(folder);
    Path bareLog = folder.resolve("bare.txt");
    Path layerLog = folder.resolve("layer.txt");
    run(RuntimeProcess.direct(task, FUNCTION, logTo(bareLog)));
    run(RuntimeProcess.redirected(task, logTo(layerLog)));
    loaded = loaded(layerLog);
    loaded.keySet().removeAll(loaded(bareLog).keySet());
  }

  @Test
  void firstInvocation_ofAStreamHandler_loadsFewClasses() {
    assertThat(own()).hasSizeBetween(20, BUDGET);
  }

  @Test
  void firstInvocation_ofAStreamHandler_loadsNoDearClasses() {
    for (String dear : TOO_DEAR) {
      assertThat(loaded.keySet()).as(dear).noneMatch(name -> name.startsWith(dear));
    }
  }

  @Test
  void earlyClasses_listed_areThoseThatTheInvocationNeeds() throws IOException {
    List<String> listed = listed();
    listed.add("io.sleddog.lambda.EarlyClasses");
    listed.add("io.sleddog.lambda.LayerHandler");
    assertThat(own()).as("the classes in " + EARLY).containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void earlyClasses_behindTheFirstOfTheirPackage_passTheClassLoaderBy() throws IOException {
    long packages = listed().stream().map(ColdStartIT::packageOf).distinct().count();
    List<String> byLoader =
        own().stream()
            .filter(name -> String.valueOf(loaded.get(name)).startsWith(BY_CLASS_LOADER))
            .collect(Collectors.toList());
    // In the root package EarlyClasses itself is the first; LayerHandler is there before it.
    assertThat(byLoader).hasSize((int) packages + 1);
  }

  @Test
  void earlyClasses_notInAJar_areLoadedAsUsual() throws Exception {
    Path task = RuntimeProcess.taskRoot(Files.createDirectory(folder.resolve("exploded")));
    Unpacked.intoTaskRoot(task.resolve("lib/layer.jar"), task);
    run(RuntimeProcess.redirected(task, Map.of("DD_LAMBDA_HANDLER", FUNCTION)));
  }

  private static List<String> own() {
    return loaded.keySet().stream()
        .filter(name -> name.startsWith("io.sleddog."))
        .collect(Collectors.toList());
  }

  private static List<String> listed() throws IOException {
    return Files.readAllLines(EARLY).stream()
        .filter(file -> !file.isEmpty())
        .map(file -> file.substring(0, file.lastIndexOf('.')).replace('/', '.'))
        .collect(Collectors.toList());
  }

  private static String packageOf(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static Map<String, String> logTo(Path file) {
    return Map.of(
        "DD_LAMBDA_HANDLER", FUNCTION, "JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + file);
  }

  private static void run(RuntimeProcess process) throws Exception {
    byte[] exchange = Files.readAllBytes(Path.of("src/test/resources/events/api-gateway/in.json"));
    try (RuntimeProcess function = process) {
      assertThat(function.outcome()).as(function.output()).isEqualTo("next");
      assertThat(function.invoke(Json.parse(exchange).get("event").source())).contains("/response");
    }
  }

  private static Map<String, String> loaded(Path log) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    for (String line : Files.readAllLines(log)) {
      int source = line.indexOf(" source: ");
      if (source >= 0) {
        String name = line.substring(line.lastIndexOf(']', source) + 1, source).trim();
        sources.put(name, line.substring(source + " source: ".length()));
      }
    }
    return sources;
  }
}
