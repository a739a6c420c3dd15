package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.LambdaProcess;
import io.sleddog.forwarder.fixture.RecordingIntake;
import io.sleddog.forwarder.fixture.RuntimeApi;
import io.sleddog.forwarder.fixture.RuntimeApi.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forwarder started from an archive of its classes, by the command line of the runtime. */
class ArchiveIT {
  private static final Path ZIP = Path.of("target/forwarder.zip");
  private static final String OURS = "io.sleddog.forwarder.Pipeline source: ";

  private static Path folder = Path.of("");

  private static Path task = Path.of("");

  /** Does what the script for users does, with the JVM of this test as the runtime. */
  @BeforeAll
  static void makeArchive(@TempDir Path temporary) throws Exception {
    folder = temporary;
    task = folder.resolve("task");
    LambdaProcess.unpack(ZIP, task);
    Path jar = Path.of(System.getProperty("java.home"), "bin", "jar");
    run(
        List.of(jar.toString(), "--create", "--file", "lib/0-forwarder.jar", "io"),
        Map.of(),
        folder.resolve("jar.txt"));
    run(List.of("rm", "-r", "io"), Map.of(), folder.resolve("rm.txt"));
    Files.copy(Path.of("src/main/archive/start"), task.resolve("start"));
    assertThat(task.resolve("start").toFile().setExecutable(true)).isTrue();
    run(commandLine(), training(), folder.resolve("training.txt"));
    assertThat(task.resolve("forwarder.jsa")).isNotEmptyFile();
  }

  @Test
  void start_archiveFits_loadsItsClassesFromThere() throws Exception {
    String output = invoke("fits", task);

    assertThat(output).contains(OURS + "shared objects file (top)");
    assertThat(output).contains("com.fasterxml.jackson.core.JsonParser source: shared objects");
  }

  @Test
  void start_archiveIsDamaged_worksWithoutIt() throws Exception {
    Path other = copy("damaged");
    Files.write(other.resolve("forwarder.jsa"), new byte[100_000]);

    assertThat(invoke("damaged-run", other)).contains(OURS).doesNotContain(OURS + "shared");
  }

  @Test
  void start_jarIsAnother_worksWithoutTheArchive() throws Exception {
    Path other = copy("touched");
    Path jar = other.resolve("lib/0-forwarder.jar");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));

    assertThat(invoke("touched-run", other)).contains(OURS).doesNotContain(OURS + "shared");
  }

  @Test
  void start_noArchive_isThePlainCommand() throws Exception {
    Path other = copy("plain");
    Files.delete(other.resolve("forwarder.jsa"));

    assertThat(invoke("plain-run", other)).contains(OURS + "file:").doesNotContain("(top)");
  }

  private static Path copy(String name) throws Exception {
    Path target = folder.resolve(name);
    run(
        List.of("cp", "-a", task.toString(), target.toString()),
        Map.of(),
        folder.resolve("cp.txt"));
    return target;
  }

  /** What the runtime hands to a wrapper script, and what of it has to give way. */
  private static List<String> commandLine() throws IOException {
    List<String> command = new ArrayList<>();
    command.add("./start");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx445645k", "-XX:+UseSerialGC", "-Xshare:on"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xlog:class+load"));
    command.add(LambdaProcess.nativeLibraryOption(folder));
    command.addAll(List.of("-classpath", LambdaProcess.runtimeClassPath()));
    command.addAll(List.of(AWSLambda.class.getName(), LambdaProcess.HANDLER));
    return command;
  }

  private static Map<String, String> training() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String url = "http://127.0.0.1:" + port;
    return Map.of(
        "SLEDDOG_ARCHIVE",
        "make",
        "AWS_LAMBDA_RUNTIME_API",
        "127.0.0.1:" + port,
        "DD_API_KEY",
        "0".repeat(32),
        "DD_NO_SSL",
        "true",
        "DD_URL",
        "127.0.0.1",
        "DD_PORT",
        Integer.toString(port),
        "DD_API_URL",
        url,
        "DD_TRACE_INTAKE_URL",
        url);
  }

  private static void run(List<String> command, Map<String, String> environment, Path output)
      throws Exception {
    Process process = process(command, environment, output, task);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
  }

  private static Process process(
      List<String> command, Map<String, String> environment, Path output, Path directory)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    builder.environment().putAll(LambdaProcess.lambdaEnvironment());
    return builder.start();
  }

  /** One event for a function that is started by the script; gives what the JVM wrote. */
  private static String invoke(String name, Path directory) throws Exception {
    Path output = folder.resolve(name + ".txt");
    try (RecordingIntake intake = new RecordingIntake();
        RuntimeApi api = new RuntimeApi(Duration.ofSeconds(30))) {
      Map<String, String> environment = intake.environment();
      environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
      Process process = process(commandLine(), environment, output, directory);
      try {
        Result result = api.invoke(Events.cloudWatch("group", "s", "text"));

        assertThat(result).isEqualTo(new Result(true, "null"));
        assertThat(intake.logs()).hasSize(1);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
    return Files.readString(output);
  }
}
