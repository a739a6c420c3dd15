package io.sleddog.cli;

import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.command.Interrupts;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.config.ConfigFile;
import io.sleddog.cli.forwarder.Artifacts;
import io.sleddog.cli.replay.Sink;
import io.sleddog.cli.screen.Streams;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The whole program in front of an account in memory, with all that it prints. */
final class Console {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final Path folder;
  private final FakeAws aws;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private ByteArrayOutputStream out = new ByteArrayOutputStream();
  private ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String typed = "";
  private boolean isTerminal;
  private int width = Integer.MAX_VALUE;
  private int status;
  private IntConsumer meanwhile = count -> {};
  private @Nullable Sink local;
  private Map<String, String> given = Map.of();
  private volatile Runnable lastWords = () -> {};

  Console(Path folder, FakeAws aws) {
    this.folder = folder;
    this.aws = aws;
    environment.put("AWS_REGION", "eu-west-1");
  }

  Console with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Sits a person in front of it who answers so. */
  Console typing(String answers) {
    typed = answers;
    isTerminal = true;
    return this;
  }

  /** Makes the terminal as narrow as that. */
  Console narrow(int columns) {
    width = columns;
    return this;
  }

  /** Sets the forwarder on this machine. */
  Console with(Sink sink) {
    local = sink;
    return this;
  }

  int run(String... words) {
    out = new ByteArrayOutputStream();
    err = new ByteArrayOutputStream();
    Surroundings surroundings = surroundings();
    status = new Program(surroundings, session(surroundings), artifacts()).run(words);
    return status;
  }

  /** What the forwarder on this machine was given as its environment. */
  Map<String, String> given() {
    return given;
  }

  /** How the last command ended. */
  int status() {
    return status;
  }

  /** The model of the commands. */
  CommandLine commandLine() {
    Surroundings surroundings = surroundings();
    return SleddogCommand.commandLine(surroundings, session(surroundings), artifacts());
  }

  private Surroundings surroundings() {
    return new Surroundings(
        environment,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        isTerminal);
  }

  private Session session(Surroundings surroundings) {
    Streams streams =
        new Streams(
            surroundings.out(),
            surroundings.err(),
            new BufferedReader(new StringReader(typed)),
            isTerminal,
            () -> width);
    return new Session(
        streams,
        environment,
        folder,
        profile -> aws,
        new Session.Time(new Ticking(), this::pause),
        this::watch,
        ConfigFile.none());
  }

  private Artifacts artifacts() {
    return new Artifacts(
        () -> folder.resolve("forwarder.zip"),
        () -> folder.resolve("forwarder.yaml"),
        variables -> {
          given = variables;
          return Objects.requireNonNull(local);
        });
  }

  /** What happens while the program waits; told how often it has waited. */
  void onPause(IntConsumer action) {
    meanwhile = action;
  }

  private void pause(Duration time) {
    pauses.add(time);
    meanwhile.accept(pauses.size());
  }

  private Interrupts.Watch watch(Runnable words) {
    lastWords = words;
    return () -> lastWords = () -> {};
  }

  /** Ends the program, as far as what it says is concerned; what it does goes on. */
  void interrupt() {
    lastWords.run();
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  List<Duration> pauses() {
    return pauses;
  }

  /** A clock that moves only while the program waits. */
  private final class Ticking extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return START.plus(List.copyOf(pauses).stream().reduce(Duration.ZERO, Duration::plus));
    }
  }
}
