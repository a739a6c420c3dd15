package io.sleddog.benchmarks.forwarder;

import io.sleddog.benchmarks.function.FixedContext;
import io.sleddog.forwarder.ForwarderHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What is measured, in a JVM of its own with the flags of the managed runtime. */
public final class Work {
  private static final double MEGABYTE = 1e6;
  private static final long WARM_NANOS = 6_000_000_000L;
  private static final long MEASURED_NANOS = 5_000_000_000L;

  private Work() {}

  /** One measurement by name; prints one number, or two. */
  public static void main(String... arguments) throws IOException {
    double[] found =
        switch (arguments[0]) {
          case "floor" -> floor(Floor.Form.valueOf(arguments[1]));
          case "forwarder" -> forwarder(arguments[1].equals("mixed"));
          case "latency" -> latency();
          case "object" -> object(Integer.parseInt(arguments[1]));
          default -> throw new IllegalArgumentException(arguments[0]);
        };
    StringBuilder line = new StringBuilder("result");
    for (double number : found) {
      line.append(String.format(Locale.ROOT, " %.3f", number));
    }
    System.out.println(line);
  }

  /** Something that is done again and again. */
  private interface Pass {
    void run() throws IOException;
  }

  private static double[] floor(Floor.Form form) throws IOException {
    byte[] packed = Payload.of(false).packed();
    Floor floor = new Floor();
    return cpu(Payload.of(false).json().length, () -> floor.pass(packed, form));
  }

  private static double[] forwarder(boolean mixed) throws IOException {
    Payload payload = Payload.of(mixed);
    byte[] event = payload.event();
    ForwarderHandler handler = new ForwarderHandler();
    return cpu(payload.json().length, () -> handle(handler, event));
  }

  /** CPU seconds for 100 MB, all threads of the process together. */
  private static double[] cpu(int bytes, Pass pass) throws IOException {
    repeat(pass, WARM_NANOS);
    long before = cpuNanos();
    int passes = repeat(pass, MEASURED_NANOS);
    double seconds = (cpuNanos() - before) / 1e9;
    return new double[] {seconds / (passes * (bytes / MEGABYTE)) * 100};
  }

  /** Milliseconds for an event: median, and slowest of twenty. */
  private static double[] latency() throws IOException {
    byte[] event = Payload.of(false).event();
    ForwarderHandler handler = new ForwarderHandler();
    repeat(() -> handle(handler, event), WARM_NANOS);
    double[] millis = new double[41];
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      handle(handler, event);
      millis[i] = (System.nanoTime() - start) / MEGABYTE;
    }
    Arrays.sort(millis);
    return new double[] {millis[20], millis[38]};
  }

  /**
   * Megabytes a second of an object of so many, in a new process, its peak of memory in MB, CPU
   * seconds for 100 MB.
   */
  private static double[] object(int megabytes) throws IOException {
    String event =
        "{\"Records\":[{\"eventSource\":\"aws:s3\",\"awsRegion\":\"us-east-1\",\"s3\":{\"bucket\":"
            + "{\"name\":\"b\"},\"object\":{\"key\":\""
            + megabytes
            + "\"}}}]}";
    double size = (double) megabytes * Payload.lines().length / MEGABYTE;
    ForwarderHandler handler = new ForwarderHandler();
    long cpu = cpuNanos();
    long start = System.nanoTime();
    handle(handler, event.getBytes(StandardCharsets.UTF_8));
    double seconds = (System.nanoTime() - start) / 1e9;
    return new double[] {size / seconds, peakMegabytes(), (cpuNanos() - cpu) / 1e9 / size * 100};
  }

  private static void handle(ForwarderHandler handler, byte[] event) throws IOException {
    handler.handleRequest(
        new ByteArrayInputStream(event),
        OutputStream.nullOutputStream(),
        FixedContext.ofForwarder());
  }

  private static int repeat(Pass pass, long nanos) throws IOException {
    long end = System.nanoTime() + nanos;
    int passes = 0;
    while (System.nanoTime() < end) {
      pass.run();
      passes++;
    }
    return passes;
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double peakMegabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / MEGABYTE;
      }
    }
    return 0;
  }
}
