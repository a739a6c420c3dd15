package io.sleddog.lambda.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A function in a process of its own, under the real runtime interface client. */
final class RuntimeProcess implements AutoCloseable {
  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final String LAYER_HANDLER = "io.sleddog.lambda.LayerHandler::handleRequest";
  private static final String NATIVE_LIBRARY =
      "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=";
  private static final int WAIT_SECONDS = 60;

  private final RuntimeApi api = new RuntimeApi();
  private final Process process;
  private final Path output;
  private int invocations;

  private RuntimeProcess(Path task, String handler, Map<String, String> variables)
      throws IOException {
    output = Files.createTempFile(task.getParent(), "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command(task, handler));
    builder.directory(task.toFile());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("DD_"));
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "orders");
    builder.environment().put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    builder.environment().put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/orders");
    builder.environment().put("AWS_LAMBDA_LOG_STREAM_NAME", "stream");
    builder.environment().putAll(variables);
    process = builder.start();
  }

  /** Starts a function as AWS does: its own handler is the handler. */
  static RuntimeProcess direct(Path task, String handler) throws IOException {
    return direct(task, handler, Map.of());
  }

  /** The same with variables of its own. */
  static RuntimeProcess direct(Path task, String handler, Map<String, String> variables)
      throws IOException {
    return new RuntimeProcess(task, handler, variables);
  }

  /** Starts a function through the layer. */
  static RuntimeProcess redirected(Path task, Map<String, String> variables) throws IOException {
    return new RuntimeProcess(task, LAYER_HANDLER, variables);
  }

  /**
   * A task root with the classes of the test functions, and the layer's jar in {@code lib}, which
   * is on the class path as {@code /opt/java/lib} is.
   */
  static Path taskRoot(Path folder) throws IOException {
    Path task = Files.createDirectories(folder.resolve("task"));
    Path classes = Path.of("target", "test-classes", "io", "sleddog", "lambda", "functions");
    Path target = Files.createDirectories(task.resolve("io/sleddog/lambda/functions"));
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, target.resolve(file.getFileName().toString()));
      }
    }
    Path lib = Files.createDirectories(task.resolve("lib"));
    Files.copy(Path.of("target", "lambda-wrapper-0.1.0.jar"), lib.resolve("layer.jar"));
    unpackNativeLibrary(task);
    return task;
  }

  private static void unpackNativeLibrary(Path task) throws IOException {
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    String name = "/jni/libaws-lambda-jni.linux-" + architecture + ".so";
    try (InputStream library = RuntimeProcess.class.getResourceAsStream(name)) {
      Files.copy(library, task.resolve("native.so"));
    }
  }

  private static List<String> command(Path task, String handler) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xmx128m");
    command.add(NATIVE_LIBRARY + task.resolve("native.so"));
    command.add("-cp");
    command.add(clientClassPath());
    command.add(CLIENT);
    command.add(handler);
    return command;
  }

  /** The jars that the runtime itself has: all of AWS's on the tests' class path. */
  private static String clientClassPath() {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      String name = Path.of(entry).getFileName().toString();
      if (name.startsWith("aws-lambda-java-") || name.startsWith("utils-lite")) {
        jars.add(entry);
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  /** Sends an event; gives what was posted for it and what the process did then. */
  String invoke(String event) throws InterruptedException {
    api.send("request-" + invocations++, event);
    String result = outcome();
    return result.startsWith("ended") ? result : result + "\nthen: " + outcome();
  }

  /** Sends events all at once; gives what was posted for them, in whatever order it came. */
  List<String> invokeTogether(List<String> events) throws InterruptedException {
    for (String event : events) {
      api.send("request-" + invocations++, event);
    }
    List<String> posted = new ArrayList<>();
    while (posted.size() < events.size()) {
      String result = outcome();
      assertThat(result).doesNotStartWith("ended");
      if (!result.equals("next")) {
        posted.add(result);
      }
    }
    return posted;
  }

  /** What the function does next: posts something, asks for an event, or ends. */
  String outcome() throws InterruptedException {
    for (int tenths = 0; tenths < WAIT_SECONDS * 10; tenths++) {
      String result = api.results().poll(100, TimeUnit.MILLISECONDS);
      if (result != null) {
        return result;
      }
      if (!process.isAlive()) {
        result = api.results().poll();
        return result == null ? "ended with " + process.exitValue() : result;
      }
    }
    throw new AssertionError("no answer within " + WAIT_SECONDS + " s");
  }

  /** All that was printed. */
  String output() throws IOException {
    return Files.readString(output, UTF_8);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    api.close();
  }
}
