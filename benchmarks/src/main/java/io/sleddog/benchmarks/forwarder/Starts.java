package io.sleddog.benchmarks.forwarder;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

  private static final String ARCHIVED = "archived";

  /** The JVM knows the jars of an archive by their paths, too, which are the same in Lambda. */
  private static final String SAME_PLACE = "cp -a \"$TASK\" \"$PLACE\" && cd \"$PLACE\" && '";

  private static final String END = "' && cp forwarder.jsa \"$TASK\" && rm -r \"$PLACE\"";

  private final Servers servers;
  private final Path scratch;
  private final Path library;

  /** Starts in an empty folder. */
  Starts(Servers servers, Path scratch) throws IOException {
    this.servers = servers;
    this.scratch = scratch;
    this.library = scratch.resolve("aws-lambda-jni.so");
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    try (InputStream in =
        AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-" + machine + ".so")) {
      Files.copy(in, library);
    }
  }

  /** Milliseconds from the start of the process to the first answer: median and lowest. */
  double[] measure(Start start) throws IOException, InterruptedException {
    double[] millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      millis[i] = once(start);
    }
    Arrays.sort(millis);
    return new double[] {millis[ROUNDS / 2], millis[0]};
  }

  /** One start, in milliseconds; the process ends as a JVM does that is asked to. */
  double once(Start start) throws IOException, InterruptedException {
    ProcessBuilder builder = builder(command(start), start, servers.port());
    servers.expect();
    long begin = System.nanoTime();
    Process process = builder.start();
    try {
      return (servers.answered() - begin) / 1e6;
    } finally {
      process.destroy();
      process.waitFor(60, TimeUnit.SECONDS);
    }
  }

  /**
   * Makes the zip with the archive as users do, with this JVM as the runtime, and unpacks it.
   *
   * @param forwarder the module's folder
   */
  Path archived(Path forwarder, Start start) throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    List<String> training = new ArrayList<>(command(start));
    training.add(0, "./start");
    ProcessBuilder builder =
        builder(List.of(forwarder.resolve("archive").toString()), start, port)
            .redirectErrorStream(false)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("SLEDDOG_TRAIN", SAME_PLACE + String.join("' '", training) + END);
    builder.environment().put("PLACE", scratch.resolve(ARCHIVED).toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    if (builder.start().waitFor() != 0) {
      throw new IOException("forwarder/archive failed; what it wrote stands above");
    }
    return unpack(forwarder.resolve("target/forwarder-archived.zip"), ARCHIVED);
  }

  /** Unpacks a zip as Lambda does: the JVM knows the jars of an archive by their times. */
  Path unpack(Path zip, String name) throws IOException {
    Path task = scratch.resolve(name);
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path target = task.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(in, target);
          FileTime time = FileTime.from(entry.getTimeLocal().toInstant(ZoneOffset.UTC));
          Files.setLastModifiedTime(target, time);
        }
      }
    }
    task.resolve("start").toFile().setExecutable(true);
    return task;
  }

  private List<String> command(Start start) throws IOException {
    List<String> command = new ArrayList<>();
    if (!start.wrapper().isEmpty()) {
      command.add(start.task().resolve(start.wrapper()).toString());
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx870m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(start.flags());
    command.addAll(List.of(LIBRARY + library, "-cp", runtimeClassPath()));
    command.addAll(List.of(AWSLambda.class.getName(), HANDLER));
    return command;
  }

  private ProcessBuilder builder(List<String> command, Start start, int runtimeApi) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(start.task().toFile());
    builder.redirectErrorStream(true).redirectOutput(scratch.resolve("output").toFile());
    builder.environment().keySet().retainAll(Set.of("PATH"));
    builder.environment().putAll(start.environment());
    builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "forwarder");
    builder.environment().put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    builder.environment().put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/forwarder");
    builder.environment().put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/21/[$LATEST]0");
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + runtimeApi);
    return builder;
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
