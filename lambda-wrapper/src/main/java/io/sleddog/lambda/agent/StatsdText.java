package io.sleddog.lambda.agent;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points, events and checks in DogStatsD's text format, one line each, without a line's end. */
final class StatsdText {
  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_TEXT = 4000;

  private final List<String> commonTags;
  private final @Nullable String hostName;

  /**
   * {@code commonTags}: what every line has besides its own; {@code hostName}: if not the Agent's.
   */
  StatsdText(List<String> commonTags, @Nullable String hostName) {
    this.commonTags = commonTags;
    this.hostName = hostName;
  }

  /**
   * A point.
   *
   * @param type {@code d}, {@code c} or {@code g}
   * @param epochSeconds when it was measured; 0 for now
   */
  String point(String name, double value, char type, long epochSeconds, List<String> tags) {
    StringBuilder line = new StringBuilder(64);
    clean(line, name, ":|@#,").append(':');
    if (value == (long) value && Math.abs(value) < 1e15) {
      line.append((long) value);
    } else {
      line.append(value);
    }
    line.append('|').append(type);
    String host = hostName == null ? null : "host:" + hostName;
    addTags(line, tags, host);
    if (epochSeconds > 0) {
      line.append("|T").append(epochSeconds);
    }
    return line.toString();
  }

  /** An event of one of the kinds {@code info}, {@code success}, {@code warning}, {@code error}. */
  String event(String kind, String title, String text, long epochSeconds, List<String> tags) {
    String shownTitle = escape(cut(title, LONGEST_TITLE));
    String shownText = escape(cut(text, LONGEST_TEXT));
    StringBuilder line = new StringBuilder(128).append("_e{");
    line.append(bytes(shownTitle)).append(',').append(bytes(shownText)).append("}:");
    line.append(shownTitle).append('|').append(shownText);
    line.append("|d:").append(epochSeconds);
    addHost(line);
    line.append("|t:").append(kind);
    addTags(line, tags, null);
    return line.toString();
  }

  /** The state of a service: 0 is well, 1 a warning, 2 critical, 3 unknown. */
  String check(String name, int state, String message, long epochSeconds, List<String> tags) {
    StringBuilder line = new StringBuilder(128).append("_sc|");
    clean(line, name, "|").append('|').append(state);
    line.append("|d:").append(epochSeconds);
    addHost(line);
    addTags(line, tags, null);
    if (!message.isEmpty()) {
      // The format's own sign for "message" inside a message would end it.
      line.append("|m:").append(escape(cut(message, LONGEST_TEXT)).replace("m:", "m\\:"));
    }
    return line.toString();
  }

  private void addHost(StringBuilder line) {
    if (hostName != null) {
      clean(line.append("|h:"), hostName, "|");
    }
  }

  private void addTags(StringBuilder line, List<String> tags, @Nullable String last) {
    String separator = addAll(line, tags, "|#");
    separator = addAll(line, commonTags, separator);
    if (last != null) {
      clean(line.append(separator), last, ",|");
    }
  }

  private static String addAll(StringBuilder line, List<String> tags, String before) {
    String separator = before;
    for (String tag : tags) {
      if (!tag.isEmpty()) {
        clean(line.append(separator), tag, ",|");
        separator = ",";
      }
    }
    return separator;
  }

  /** Text that cannot be taken for the format's own signs. */
  private static StringBuilder clean(StringBuilder line, String text, String signs) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line.append(c < ' ' || signs.indexOf(c) >= 0 ? '_' : c);
    }
    return line;
  }

  private static String escape(String text) {
    return text.replace("\r", "").replace("\n", "\\n");
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "\u2026";
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
