package io.sleddog.forwarder.model;

import org.jspecify.annotations.Nullable;

/**
 * What a quick look at a message's bytes says that it may be, so that only few messages are parsed.
 *
 * <p>A message is looked at as it stands inside its JSON string, quotes and backslashes still
 * escaped. Only one that begins like a JSON object can have a clue.
 */
public final class Clues {
  /** A message that is plain text. */
  public static final Clues NONE = new Clues(0);

  private static final int METRIC = 1;
  private static final int TRACE = 2;
  private static final int TAGS = 4;
  private static final int MESSAGE = 8;
  private static final int REPORT = 16;
  private static final int ALL = 31;

  private final int bits;

  private Clues(int bits) {
    this.bits = bits;
  }

  /** Looks at a message; null is one that is missing. */
  public static Clues of(@Nullable Slice message) {
    if (message == null) {
      return NONE;
    }
    int start = firstVisible(message);
    if (start == message.end() || message.array()[start] != '{') {
      return NONE;
    }
    int bits = names(message, start);
    return bits == 0 ? NONE : new Clues(bits);
  }

  /** Whether it has the quoted name of a metric line. */
  public boolean metric() {
    return (bits & METRIC) != 0;
  }

  /** Whether it has the quoted name of a trace line. */
  public boolean trace() {
    return (bits & TRACE) != 0;
  }

  /** Whether it may bring tags of its own. */
  public boolean tags() {
    return (bits & TAGS) != 0;
  }

  /** Whether it may hold a message inside, as the runtime's JSON log format does. */
  public boolean message() {
    return (bits & MESSAGE) != 0;
  }

  /** Whether it may be a report of the Lambda platform. */
  public boolean report() {
    return (bits & REPORT) != 0;
  }

  private static int firstVisible(Slice message) {
    byte[] bytes = message.array();
    int end = message.end();
    int i = message.offset();
    while (i < end) {
      if (bytes[i] == ' ') {
        i++;
      } else if (bytes[i] == '\\' && i + 1 < end && isSpaceEscape(bytes[i + 1])) {
        i += 2;
      } else {
        return i;
      }
    }
    return end;
  }

  private static boolean isSpaceEscape(byte c) {
    return c == 'n' || c == 't' || c == 'r';
  }

  private static int names(Slice message, int start) {
    byte[] bytes = message.array();
    int end = message.end() - 1;
    int bits = 0;
    for (int i = start; i < end; i++) {
      if (bytes[i] == '\\') {
        i++;
        if (bytes[i] == '"') {
          bits |= name(message, i + 1);
        } else if (bytes[i] == 'u') {
          return ALL;
        }
      }
    }
    return bits;
  }

  private static int name(Slice message, int at) {
    if (at >= message.end()) {
      return 0;
    }
    return switch (message.array()[at]) {
      case 'm' -> follows(message, at, "m\\\"") ? METRIC : message(message, at);
      case 't' -> follows(message, at, "traces\\\"") ? TRACE : 0;
      case 'd' -> follows(message, at, "ddtags\\\"") ? TAGS : 0;
      case 'p' -> follows(message, at, "platform.report\\\"") ? REPORT : 0;
      default -> 0;
    };
  }

  private static int message(Slice message, int at) {
    String name = "message\\\"";
    if (!follows(message, at, name)) {
      return 0;
    }
    int value = at + name.length();
    while (value < message.end() && " :".indexOf(message.array()[value]) >= 0) {
      value++;
    }
    return follows(message, value, "\\\"{") ? MESSAGE : 0;
  }

  private static boolean follows(Slice message, int at, String ascii) {
    int length = ascii.length();
    if (at + length > message.end()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (message.array()[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
