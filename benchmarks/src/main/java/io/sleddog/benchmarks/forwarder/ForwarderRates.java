package io.sleddog.benchmarks.forwarder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures the forwarder warm, each number in a JVM of its own, and prints the goals beside it. */
public final class ForwarderRates {
  private static final int AOT = 25;
  private static final String ZSTD = "DD_LOGS_CONFIG_COMPRESSION_KIND";
  private static final String SECRET = "DD_API_KEY_SECRET_ARN";

  private final Servers servers;
  private final List<String> rows = new ArrayList<>();

  private ForwarderRates(Servers servers) {
    this.servers = servers;
  }

  /** All numbers in one run, as rows of a table; takes about three minutes. */
  public static List<String> measure() throws IOException, InterruptedException {
    try (Servers servers = new Servers(Payload.lines())) {
      ForwarderRates rates = new ForwarderRates(servers);
      rates.cpu();
      rates.latency();
      rates.objects();
      rates.starts();
      return rates.rows;
    }
  }

  private void cpu() throws IOException, InterruptedException {
    double gzip6 = run(Map.of(), "floor", "GZIP_6")[0];
    double gzip1 = run(Map.of(), "floor", "GZIP_1")[0];
    double zstd3 = run(Map.of(), "floor", "ZSTD_3")[0];
    double plain = run(Map.of(), "forwarder", "plain")[0];
    double plain1 = run(Map.of("DD_COMPRESSION_LEVEL", "1"), "forwarder", "plain")[0];
    double plainZstd = run(Map.of(ZSTD, "zstd"), "forwarder", "plain")[0];
    double mixed = run(Map.of(), "forwarder", "mixed")[0];
    row("floor, gzip 6", gzip6, "", "");
    row("floor, gzip 1", gzip1, "", "");
    row("floor, zstd 3", zstd3, "", "");
    row("forwarder, gzip 6", plain, ratio(plain, gzip6, "floor"), "1.6");
    row("forwarder, gzip 1", plain1, ratio(plain1, gzip1, "floor"), "");
    row("forwarder, zstd 3", plainZstd, ratio(plainZstd, zstd3, "floor"), "2.2");
    row("forwarder, mixed, gzip 6", mixed, ratio(mixed, plain, "plain"), "1.3");
  }

  private void latency() throws IOException, InterruptedException {
    servers.delay(100);
    double[] millis = run(Map.of(), "latency");
    servers.delay(0);
    rows.add(
        text(
            "| event of 1 MB, intake answers in 100 ms | %.0f ms (slow: %.0f) | | 130 ms |",
            millis));
  }

  private void objects() throws IOException, InterruptedException {
    for (int megabytes : new int[] {200, 1000}) {
      double[] found = run(Map.of(), "object", Integer.toString(megabytes));
      rows.add(
          text(
              "| object of "
                  + megabytes
                  + " MB in S3 | %.0f MB/s, %.0f MB of memory, %.2f CPU s / 100 MB | | 68, 256 |",
              found));
    }
  }

  private void starts() throws IOException, InterruptedException {
    Path forwarder = Path.of(System.getProperty("sleddog.home", ""), "forwarder");
    Path scratch = Files.createTempDirectory("sleddog-starts-");
    Starts starts = new Starts(servers, scratch);
    Path task = starts.unpack(forwarder.resolve("target/forwarder.zip"), "task");
    Start plain = new Start(task, "", List.of(), environment());
    start(starts, "start to the first answer, plain key", plain, "250");
    start(starts, "start, key in Secrets Manager", plain.with(SECRET, "a-secret"), "600");
    Path archived = starts.archived(forwarder, plain);
    Start fast = new Start(archived, "start", List.of(), environment());
    start(starts, "start, plain key, zip of forwarder/archive", fast, "150");
    if (Runtime.version().feature() >= AOT) {
      Path cache = scratch.resolve("classes.aot");
      starts.once(plain.withFlag("-XX:AOTCacheOutput=" + cache));
      Start cached = plain.withFlag("-XX:AOTCache=" + cache);
      start(starts, "start, plain key, AOT cache of the JDK and the runtime", cached, "150");
    }
  }

  private void start(Starts starts, String what, Start start, String goal)
      throws IOException, InterruptedException {
    double[] millis = starts.measure(start);
    rows.add(text("| " + what + " | %.0f ms (lowest %.0f) | | " + goal + " ms |", millis));
  }

  private void row(String what, double seconds, String ratio, String goal) {
    rows.add(
        text("| " + what + " | %.2f CPU s / 100 MB | " + ratio + " | " + goal + " |", seconds));
  }

  private static String ratio(double one, double other, String name) {
    return text("%.2f x " + name, one / other);
  }

  private static String text(String format, double... numbers) {
    Object[] boxed = new Object[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      boxed[i] = numbers[i];
    }
    return String.format(Locale.ROOT, format, boxed);
  }

  private double[] run(Map<String, String> settings, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:MaxRAM=1g", "-Xmx870m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Work.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment());
    builder.environment().putAll(settings);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || !output.startsWith("result ")) {
      throw new IOException(String.join(" ", arguments) + " failed: " + output);
    }
    String[] words = output.strip().split(" ", -1);
    double[] numbers = new double[words.length - 1];
    for (int i = 1; i < words.length; i++) {
      numbers[i - 1] = Double.parseDouble(words[i]);
    }
    return numbers;
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("DD_API_KEY", "0123456789abcdef0123456789abcdef");
    environment.put("DD_URL", "127.0.0.1");
    environment.put("DD_PORT", Integer.toString(servers.port()));
    environment.put("DD_NO_SSL", "true");
    environment.put("DD_API_URL", servers.url());
    environment.put("DD_TRACE_INTAKE_URL", servers.url());
    environment.put("AWS_ENDPOINT_URL", servers.url());
    environment.put("AWS_REGION", "us-east-1");
    environment.put("AWS_ACCESS_KEY_ID", "test");
    environment.put("AWS_SECRET_ACCESS_KEY", "test");
    return environment;
  }
}
