package io.sleddog.local.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sleddog.local.live.Ride;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * A session as a file: a first line that says so, then a line for each ride. Events, answers and
 * lines are in it as they were, and nothing is masked; the functions' variables and the API key are
 * left out.
 */
public final class SessionFile {
  private static final String HEAD = "{\"sleddog\":\"session\",\"version\":1}";

  private SessionFile() {}

  /** Writes the first line. */
  public static void begin(OutputStream out) throws IOException {
    write(out, HEAD);
  }

  /** Writes a ride; one that is still on its way is written again when it has arrived. */
  public static void append(OutputStream out, Ride ride) throws IOException {
    write(out, RideJson.write(ride));
  }

  private static void write(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads ride after ride.
   *
   * @throws UnreadableSession if it is no such file; the message names the line
   */
  public static void read(InputStream in, Consumer<Ride> rides) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String head = lines.readLine();
    if (head == null || !head.startsWith("{\"sleddog\":\"session\",\"version\":1")) {
      throw new UnreadableSession("line 1: it is no session file of this version of Sleddog", null);
    }
    int number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        rides.accept(parse(line, number));
      }
    }
  }

  private static Ride parse(String line, int number) throws IOException {
    try {
      return RideJson.read(line);
    } catch (JsonProcessingException | RuntimeException e) {
      throw new UnreadableSession("line " + number + ": it is no invocation of a session", e);
    }
  }
}
