package io.sleddog.local.runtime;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** The function's process and its two pipes: framed records, and the lines of its streams. */
final class FunctionProcess implements AutoCloseable {
  private static final int LINES = 2;
  private static final int FRAMES = 3;

  private final Process process;

  private FunctionProcess(Process process) {
    this.process = process;
  }

  static FunctionProcess start(List<String> command, Map<String, String> environment, Path folder) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return new FunctionProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("The function's process does not start", e);
    }
  }

  /** The search path that this program was given, for the function to have as well. */
  static String searchPath() {
    return new ProcessBuilder().environment().getOrDefault("PATH", "/usr/bin:/bin");
  }

  InputStream frames() {
    return process.getInputStream();
  }

  InputStream lines() {
    return process.getErrorStream();
  }

  /** Calls back once, from another thread, with the exit status. */
  void onExit(IntConsumer callback) {
    var unused = process.onExit().thenAccept(ended -> callback.accept(ended.exitValue()));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Writes into the pipe for lines from our own end, so that a reader of the pipe meets it after
   * all that the function has written. False if the function has closed the pipe or is gone.
   */
  boolean mark(byte[] lineMark, byte[] frameMark) {
    return writeTo(LINES, lineMark) && writeTo(FRAMES, frameMark);
  }

  private boolean writeTo(int descriptor, byte[] mark) {
    Path pipe = Path.of("/proc", Long.toString(process.pid()), "fd", Integer.toString(descriptor));
    try (OutputStream out = new FileOutputStream(pipe.toFile())) {
      out.write(mark);
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  /** The most memory it has used so far, in MB; 0 when the kernel no longer knows. */
  int maxMemoryMb() {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException gone) {
      return 0;
    }
  }

  /** Stops it where it is, for good; returns when every thread of it stands still. */
  void stop() {
    try {
      new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();
      while (process.isAlive() && isMoving()) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The function's process cannot be stopped", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isMoving() throws IOException {
    try (Stream<Path> threads =
        Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
      return threads.anyMatch(thread -> !isStopped(thread.resolve("stat")));
    }
  }

  /** The state stands behind the name, which is in brackets. */
  private static boolean isStopped(Path stat) {
    try {
      String text = Files.readString(stat);
      return text.startsWith(") T", text.lastIndexOf(')'));
    } catch (IOException gone) {
      return true;
    }
  }

  /** Kills it without waiting for its end. */
  void kill() {
    process.destroyForcibly();
  }

  /**
   * Ends the process at once; a client that waits in native code would not heed a polite signal.
   */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
