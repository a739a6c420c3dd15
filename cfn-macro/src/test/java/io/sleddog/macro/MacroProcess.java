package io.sleddog.macro;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The macro's zip under the real runtime interface client: a JVM as Lambda starts it, and as much
 * of the Runtime API as gives it events and takes its answers.
 */
final class MacroProcess implements AutoCloseable {
  private static final int SECONDS_TO_ANSWER = 60;
  private static final String FAR_AWAY = "4102444800000";
  private static final String NATIVE_LIBRARY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final HttpServer api;
  private final Process process;
  private final Path log;

  MacroProcess(Path zip, Path folder, Map<String, String> environment) throws IOException {
    Path task = Files.createDirectory(folder.resolve("task"));
    log = folder.resolve("log.txt");
    unpack(zip, task);
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext("/2018-06-01/runtime/invocation/next", this::give);
    api.createContext("/2018-06-01/runtime/", this::take);
    api.setExecutor(Executors.newCachedThreadPool());
    api.start();
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-D" + NATIVE_LIBRARY + "=" + nativeLibrary(folder),
            "-cp",
            runtimeJars(),
            AWSLambda.class.getName(),
            "io.sleddog.macro.MacroHandler::handleRequest");
    java.environment().clear();
    java.environment().put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + api.getAddress().getPort());
    java.environment().put("AWS_LAMBDA_FUNCTION_NAME", "macro");
    java.environment().put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    java.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    java.environment().put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/macro");
    java.environment().put("AWS_LAMBDA_LOG_STREAM_NAME", "stream");
    java.environment().put("AWS_REGION", "eu-west-1");
    java.environment().putAll(environment);
    process =
        java.directory(task.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
  }

  /** The macro's answer to an event, or the error that the runtime reports. */
  String answer(String event) throws IOException, InterruptedException {
    events.add(event);
    String answer = answers.poll(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
    if (answer == null) {
      throw new AssertionError("no answer; the log: " + Files.readString(log));
    }
    return answer;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    api.stop(0);
  }

  private void give(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] event = events.take().getBytes(UTF_8);
      // Without a content type the client's native part crashes.
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "request");
      exchange.getResponseHeaders().add("Lambda-Runtime-Deadline-Ms", FAR_AWAY);
      exchange.getResponseHeaders().add("Lambda-Runtime-Invoked-Function-Arn", "arn");
      exchange.sendResponseHeaders(200, event.length);
      exchange.getResponseBody().write(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      answers.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      exchange.sendResponseHeaders(202, -1);
    }
  }

  private static void unpack(Path zip, Path folder) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        Path target = folder.resolve(entry.getName());
        Files.createDirectories(entry.isDirectory() ? target : target.getParent());
        if (!entry.isDirectory()) {
          Files.copy(file.getInputStream(entry), target);
        }
      }
    }
  }

  /** Each process gets a copy of its own: left alone, the client shares one file among all. */
  private static Path nativeLibrary(Path folder) throws IOException {
    boolean isArm = System.getProperty("os.arch").equals("aarch64");
    String name = "libaws-lambda-jni.linux-" + (isArm ? "aarch_64" : "x86_64") + ".so";
    Path copy = folder.resolve(name);
    try (InputStream library = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
      Files.copy(library, copy);
    }
    return copy;
  }

  private static String runtimeJars() {
    List<String> names = List.of("aws-lambda-java-", "utils-lite");
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, 0))
        .filter(jar -> names.stream().anyMatch(it -> new File(jar).getName().startsWith(it)))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
