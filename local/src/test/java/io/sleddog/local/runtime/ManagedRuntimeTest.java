package io.sleddog.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.functions.BundledParts;
import io.sleddog.local.functions.StagedFunction;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.LogFormat;
import io.sleddog.local.model.LogStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedRuntimeTest {
  private static final LogStream STREAM = new LogStream("/aws/lambda/orders", "the-stream");

  private final Path folder;
  private final FunctionSpec spec =
      FunctionSpec.of("orders", "com.acme.Orders", Path.of("orders.jar"))
          .withLimits(1000, Duration.ofSeconds(3));

  ManagedRuntimeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void command_flags_areThoseOfAws() throws Exception {
    List<String> command = command(spec);

    assertThat(command)
        .contains("-XX:MaxHeapSize=870400k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .endsWith("com.amazonaws.services.lambda.runtime.api.client.AWSLambda", "com.acme.Orders");
    assertThat(command.get(0)).isEqualTo("/bin/sh");
  }

  @Test
  void command_twoProcesses_haveANativeLibraryEach() throws Exception {
    String first = nativeLibrary(command(spec));
    String second = nativeLibrary(command(spec));

    assertThat(first).isNotEqualTo(second);
    assertThat(Path.of(first)).isRegularFile();
    assertThat(Path.of(second)).isRegularFile();
  }

  @Test
  void command_execWrapper_isTheOneOfTheStagedLayer() throws Exception {
    List<String> command =
        command(spec.withEnvironment(Map.of("AWS_LAMBDA_EXEC_WRAPPER", "/opt/sleddog")));

    assertThat(command.get(4)).isEqualTo(folder.resolve("opt/sleddog").toString());
  }

  @Test
  void environment_managedRuntime_tellsTheFunctionWhoItIs() {
    Map<String, String> environment = environment(spec.withLogFormat(LogFormat.JSON));

    assertThat(environment)
        .containsEntry("AWS_LAMBDA_FUNCTION_NAME", "orders")
        .containsEntry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1000")
        .containsEntry("AWS_LAMBDA_LOG_FORMAT", "JSON")
        .containsEntry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/orders")
        .containsEntry("AWS_LAMBDA_LOG_STREAM_NAME", "the-stream")
        .containsEntry("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001")
        .containsEntry("AWS_EXECUTION_ENV", "AWS_Lambda_java" + Runtime.version().feature())
        .containsEntry("LAMBDA_TASK_ROOT", folder.resolve("task").toString())
        .containsEntry("_HANDLER", "com.acme.Orders")
        .containsEntry("PATH", "/bin");
  }

  @Test
  void environment_ownersVariables_winButForTheRuntimeApi() {
    Map<String, String> environment =
        environment(
            spec.withEnvironment(
                Map.of(
                    "AWS_REGION", "eu-west-1",
                    "STAGE", "dev",
                    "AWS_LAMBDA_RUNTIME_API", "elsewhere",
                    "AWS_LAMBDA_EXEC_WRAPPER", "/opt/x")));

    assertThat(environment)
        .containsEntry("AWS_REGION", "eu-west-1")
        .containsEntry("STAGE", "dev")
        .containsEntry("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001")
        .doesNotContainKey("AWS_LAMBDA_EXEC_WRAPPER");
  }

  private List<String> command(FunctionSpec function) throws Exception {
    return runtime(function).command(Files.createTempDirectory(folder, "process-"));
  }

  private Map<String, String> environment(FunctionSpec function) {
    return runtime(function).environment(STREAM, "127.0.0.1:9001", "/bin");
  }

  private ManagedRuntime runtime(FunctionSpec function) {
    RuntimeClient client =
        new RuntimeClient(new BundledParts(folder.resolve("cache")).folder("runtime"));
    StagedFunction staged =
        new StagedFunction(function, folder.resolve("task"), folder.resolve("opt"));
    return new ManagedRuntime(staged, client);
  }

  private static String nativeLibrary(List<String> command) {
    return command.stream()
        .filter(argument -> argument.contains("NativeClient.JNI="))
        .map(argument -> argument.substring(argument.indexOf('=') + 1))
        .findFirst()
        .orElseThrow();
  }
}
