package io.sleddog.local.runtime;

import io.sleddog.local.functions.StagedFunction;
import io.sleddog.local.model.Account;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.LogStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The command line and the variables with which AWS's managed Java runtimes start a function. */
final class ManagedRuntime {
  /** Descriptor 3 becomes our pipe for framed records; lines of 1 and 2 share the other pipe. */
  private static final String REDIRECTION = "exec 3>&1 1>&2; exec \"$@\"";

  private static final int FRAMES_DESCRIPTOR = 3;

  /** The runtime client makes the stream for its frames by reflection. */
  private static final String FRAMES_OPTION = "--add-opens=java.base/java.io=ALL-UNNAMED";

  private static final int HEAP_PERCENT = 85;
  private static final String WRAPPER_VARIABLE = "AWS_LAMBDA_EXEC_WRAPPER";

  private final StagedFunction function;
  private final RuntimeClient client;

  ManagedRuntime(StagedFunction function, RuntimeClient client) {
    this.function = function;
    this.client = client;
  }

  List<String> command(Path scratch) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", REDIRECTION, "sh"));
    String wrapper = function.spec().environment().get(WRAPPER_VARIABLE);
    if (wrapper != null) {
      command.add(wrapper.replaceFirst("^/opt/", function.opt() + "/"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags());
    command.add(client.nativeLibraryOption(scratch));
    command.add("-cp");
    command.add(client.classPath().stream().map(Path::toString).collect(Collectors.joining(":")));
    command.add(RuntimeClient.MAIN);
    command.add(function.spec().handler());
    return command;
  }

  private List<String> flags() {
    long heapKb = function.spec().memoryMb() * 1024L * HEAP_PERCENT / 100;
    List<String> flags =
        new ArrayList<>(
            List.of(
                "-XX:MaxHeapSize=" + heapKb + "k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Djava.net.preferIPv4Stack=true",
                FRAMES_OPTION));
    if (feature() >= 24) {
      flags.add("--enable-native-access=ALL-UNNAMED");
      flags.add("--sun-misc-unsafe-memory-access=allow");
    }
    return flags;
  }

  /** The variables of the managed runtime, over which the owner's own are laid. */
  Map<String, String> environment(LogStream stream, String runtimeApi, String path) {
    FunctionSpec spec = function.spec();
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", path);
    environment.put("LANG", "en_US.UTF-8");
    environment.put("TZ", ":UTC");
    environment.put("LAMBDA_TASK_ROOT", function.taskRoot().toString());
    environment.put("LAMBDA_RUNTIME_DIR", "/var/runtime");
    environment.put("_HANDLER", spec.handler());
    environment.put("_LAMBDA_TELEMETRY_LOG_FD", Integer.toString(FRAMES_DESCRIPTOR));
    environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java" + feature());
    environment.putAll(account());
    environment.putAll(function(spec, stream));
    environment.putAll(spec.environment());
    environment.remove(WRAPPER_VARIABLE);
    environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    return environment;
  }

  private static Map<String, String> account() {
    return Map.of(
        "AWS_REGION", Account.REGION,
        "AWS_DEFAULT_REGION", Account.REGION,
        "AWS_ACCESS_KEY_ID", "local",
        "AWS_SECRET_ACCESS_KEY", "local",
        "AWS_SESSION_TOKEN", "local",
        "AWS_EC2_METADATA_DISABLED", "true",
        "AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR",
        "AWS_XRAY_DAEMON_ADDRESS", "127.0.0.1:2000");
  }

  private static Map<String, String> function(FunctionSpec spec, LogStream stream) {
    return Map.of(
        "AWS_LAMBDA_FUNCTION_NAME", spec.name(),
        "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memoryMb()),
        "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand",
        "AWS_LAMBDA_LOG_FORMAT", spec.logFormat().awsName(),
        "AWS_LAMBDA_LOG_GROUP_NAME", stream.group(),
        "AWS_LAMBDA_LOG_STREAM_NAME", stream.name());
  }

  private static int feature() {
    return Runtime.version().feature();
  }
}
