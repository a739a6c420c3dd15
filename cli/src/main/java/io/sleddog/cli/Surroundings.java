package io.sleddog.cli;

import io.sleddog.cli.command.Session;
import io.sleddog.cli.config.ConfigFile;
import io.sleddog.cli.forwarder.Artifacts;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.replay.LocalSink;
import io.sleddog.cli.screen.Streams;
import io.sleddog.cli.sdk.SdkCloud;
import io.sleddog.local.ForwarderRig;
import io.sleddog.local.functions.BundledParts;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** What the program has around it. */
final class Surroundings {
  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;

  /**
   * Creates it.
   *
   * @param environment the environment's variables
   * @param out results
   * @param err progress and problems
   * @param terminal whether a person sees {@code out} on a terminal
   */
  Surroundings(
      Map<String, String> environment, PrintStream out, PrintStream err, boolean terminal) {
    this.environment = environment;
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  Map<String, String> environment() {
    return environment;
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  boolean terminal() {
    return terminal;
  }

  static Surroundings ofProcess() {
    return new Surroundings(
        System.getenv(),
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        isTerminal() && !System.getenv().getOrDefault("TERM", "dumb").equals("dumb"));
  }

  /** The JDK's console is there in newer versions whether or not a person sees the output. */
  private static boolean isTerminal() {
    try {
      Path device = Files.readSymbolicLink(Path.of("/proc/self/fd/1"));
      return device.startsWith("/dev/pts") || device.startsWith("/dev/tty");
    } catch (IOException notLinux) {
      return false;
    }
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Whether to use colours: on a terminal, unless the user has said no. */
  boolean colours() {
    return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** What the commands for AWS work with; nothing of AWS is loaded before it is used. */
  Session session() {
    boolean isPlain = !terminal || Stream.of("CI", "NO_COLOR").anyMatch(environment::containsKey);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return new Session(
        new Streams(out, err, in, !isPlain, this::width),
        environment,
        Path.of("").toAbsolutePath(),
        profile -> SdkCloud.of(profile),
        new Session.Time(Clock.systemUTC(), Surroundings::sleep),
        new ProcessInterrupts(),
        ConfigFile.none());
  }

  /** What is no terminal has room for everything. */
  private int width() {
    return terminal ? new TerminalWidth(environment).columns() : Integer.MAX_VALUE;
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where this program may keep files between runs. */
  Path cache() {
    String home = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path base = home.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(home);
    return base.resolve("sleddog");
  }

  /** The forwarder's zip and template, which travel inside this program. */
  Artifacts artifacts() {
    return new Artifacts(
        () -> part("forwarder.zip"),
        () -> part("forwarder.yaml"),
        variables -> new LocalSink(ForwarderRig.open(cache(), variables)));
  }

  private Path part(String name) {
    try {
      return new BundledParts(cache()).file("forwarder/" + name);
    } catch (UncheckedIOException e) {
      throw Problem.failed(
              "cache-unwritable",
              "The forwarder cannot be unpacked to " + cache(),
              "Let XDG_CACHE_HOME name a folder that can be written to")
          .because(e);
    }
  }
}
