package io.sleddog.local.recording;

import io.sleddog.local.live.Ride;
import io.sleddog.local.live.StoreChange;
import io.sleddog.local.model.UserProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes a session while it goes on: each invocation as soon as the forwarder is done with it. */
public final class Recorder implements Consumer<StoreChange>, AutoCloseable {
  private final OutputStream out;

  private Recorder(OutputStream out) {
    this.out = out;
  }

  /**
   * Begins the file anew.
   *
   * @throws UserProblem if it cannot be written
   */
  public static Recorder begin(Path file) {
    try {
      OutputStream out = Files.newOutputStream(file);
      SessionFile.begin(out);
      return new Recorder(out);
    } catch (IOException e) {
      throw new UserProblem(
          "The session cannot be recorded to " + file + ".", "Give a path to write to.", e);
    }
  }

  @Override
  public synchronized void accept(StoreChange change) {
    if (!change.trip().ride().waiting()) {
      add(change.trip().ride());
    }
  }

  /** Writes one more. */
  public synchronized void add(Ride ride) {
    try {
      SessionFile.append(out, ride);
    } catch (IOException e) {
      throw new UncheckedIOException("The session's file cannot be written", e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The session's file cannot be closed", e);
    }
  }
}
