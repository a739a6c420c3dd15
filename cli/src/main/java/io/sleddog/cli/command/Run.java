package io.sleddog.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.screen.ColorMode;
import io.sleddog.cli.screen.Screen;
import io.sleddog.cli.screen.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** One run of a command: how it shows what it does, and how it ends. */
public final class Run {
  /**
   * How the user wants it.
   *
   * @param color when to use colours
   * @param isJson whether the result is one JSON object
   * @param isVerbose whether every call of AWS is shown
   * @param isYes whether every question is answered
   * @param timeout how long to wait for AWS
   */
  record Manner(
      ColorMode color, boolean isJson, boolean isVerbose, boolean isYes, Duration timeout) {}

  private final Session session;
  private final String command;
  private final Manner manner;
  private final Screen screen;

  Run(Session session, String command, Manner manner) {
    this.session = session;
    this.command = command;
    this.manner = manner;
    this.screen = new Screen(session.streams(), manner.color());
  }

  /** What the command has around it. */
  public Session session() {
    return session;
  }

  /** Where to write. */
  public Screen screen() {
    return screen;
  }

  /** Whether the result is for a program. */
  public boolean isJson() {
    return manner.isJson();
  }

  /** Whether every call of AWS is to be shown. */
  public boolean isVerbose() {
    return manner.isVerbose();
  }

  /** How long to wait for AWS to carry a change out. */
  public Duration timeout() {
    return manner.timeout();
  }

  /** What time it is. */
  public Instant now() {
    return session.time().clock().instant();
  }

  /**
   * Lets time pass before another look.
   *
   * @return whether to look again; not if the program is being ended
   */
  public boolean waits(Duration time) {
    session.time().pause().pause(time);
    return !Thread.currentThread().isInterrupted();
  }

  /**
   * Does work that must not be left half-done in silence.
   *
   * @param lastWords says how far it is, if the user ends the program meanwhile
   */
  public <T> T watched(Runnable lastWords, Supplier<T> work) {
    Interrupts.Watch watch =
        session
            .interrupts()
            .watch(
                () -> {
                  screen.clear();
                  lastWords.run();
                });
    try {
      return work.get();
    } finally {
      watch.end();
    }
  }

  /**
   * Asks whether to go on.
   *
   * @param question what is going to happen
   * @throws Problem if the user says no, or cannot be asked
   */
  public void confirm(String question) {
    if (manner.isYes()) {
      return;
    }
    if (manner.isJson() || !screen.isInteractive()) {
      throw Problem.usage(
          "confirmation",
          question + " This has to be confirmed, and nobody can be asked",
          "Add --yes");
    }
    if (!screen.confirm(question)) {
      throw Problem.usage(
          "declined", "Declined; nothing was done", "Run it again to decide otherwise");
    }
  }

  /**
   * Asks whether to do something that may as well be left out.
   *
   * @throws Problem if nobody can be asked
   */
  public boolean agrees(String question) {
    if (manner.isYes()) {
      return true;
    }
    if (!screen.isInteractive()) {
      confirm(question);
    }
    return screen.confirm(question);
  }

  /**
   * Writes one of several results: one line of JSON, or the text.
   *
   * @return the exit status
   */
  public int round(Report report) {
    if (!manner.isJson()) {
      return finish(report);
    }
    screen.print(Json.line(Envelope.of(command, report)));
    return report.status().code();
  }

  /** Writes one line of a stream of JSON objects. */
  public void stream(JsonNode element) {
    screen.print(Json.line(element));
  }

  /**
   * Writes what the command has to say.
   *
   * @return the exit status
   */
  public int finish(Report report) {
    if (manner.isJson()) {
      screen.print(Json.pretty(Envelope.of(command, report)));
    } else {
      screen.print(report.text().apply(screen.style()));
      report.problem().ifPresent(this::complain);
    }
    return report.status().code();
  }

  /** Writes that the command comes to nothing. */
  public void fail(Problem problem) {
    if (manner.isJson()) {
      screen.print(Json.pretty(Envelope.of(command, problem)));
    } else {
      complain(problem);
    }
  }

  private void complain(Problem problem) {
    screen.note(screen.style().paint(Tone.BAD, "error: ") + Screen.harmless(problem.message()));
    screen.note("  " + problem.remedy());
  }
}
