package io.sleddog.benchmarks.forwarder;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Starts of the forwarder's zip under the real runtime interface client, one after the other. */
final class Starts {
  private static final int ROUNDS = 11;
  private static final String HANDLER = "io.sleddog.forwarder.ForwarderHandler::handleRequest";
  private static final String LIBRARY =
      "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=";

  private final Servers servers;
  private final Path task;
  private final Path library;

  /**
   * Unpacks the zip.
   *
   * @param scratch an empty folder
   */
  Starts(Servers servers, Path zip, Path scratch) throws IOException {
    this.servers = servers;
    this.task = scratch.resolve("task");
    this.library = scratch.resolve("aws-lambda-jni.so");
    unpack(zip);
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    try (InputStream in =
        AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-" + machine + ".so")) {
      Files.copy(in, library);
    }
  }

  /** Milliseconds from the start of the process to the first answer: median and lowest. */
  double[] measure(Map<String, String> environment, List<String> flags)
      throws IOException, InterruptedException {
    double[] millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      millis[i] = start(environment, flags);
    }
    Arrays.sort(millis);
    return new double[] {millis[ROUNDS / 2], millis[0]};
  }

  /** One start, in milliseconds; the process ends as a JVM does that is asked to. */
  double start(Map<String, String> environment, List<String> flags)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx870m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(flags);
    command.addAll(List.of(LIBRARY + library, "-cp", runtimeClassPath()));
    command.addAll(List.of(AWSLambda.class.getName(), HANDLER));
    ProcessBuilder builder = new ProcessBuilder(command).directory(task.toFile());
    builder.redirectErrorStream(true).redirectOutput(task.resolveSibling("output").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "forwarder");
    builder.environment().put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    builder.environment().put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/forwarder");
    builder.environment().put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/21/[$LATEST]0");
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + servers.port());
    servers.expect();
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      return (servers.answered() - start) / 1e6;
    } finally {
      process.destroy();
      process.waitFor(60, TimeUnit.SECONDS);
    }
  }

  private void unpack(Path zip) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path target = task.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(in, target);
        }
      }
    }
  }

  /** The client and what it needs, which lie side by side. */
  private static String runtimeClassPath() throws IOException {
    String client = AWSLambda.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    try (Stream<Path> jars = Files.list(Path.of(client).resolveSibling(""))) {
      return jars.filter(Starts::isOfTheRuntime)
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static boolean isOfTheRuntime(Path jar) {
    String name = jar.getFileName().toString();
    return name.startsWith("aws-lambda-java-") || name.startsWith("utils-lite");
  }
}
