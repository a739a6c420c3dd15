package io.sleddog.forwarder.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Commands of Redis, one to a line: their names alone, or without the values they store. */
final class RedisCommands {
  private static final int MOST = 3;
  private static final String CUT = "...";
  private static final Set<String> OF_TWO_WORDS =
      Set.of("CLIENT", "CLUSTER", "COMMAND", "CONFIG", "DEBUG", "SCRIPT");

  private RedisCommands() {}

  /** The first three names in upper case; dots stand for more. */
  static String names(String commands) {
    List<String> names = new ArrayList<>();
    boolean cut = false;
    for (String line : commands.split("\n", -1)) {
      String[] words = line.strip().split("\\s+", 3);
      if (words[0].isEmpty() || names.size() == MOST) {
        continue;
      }
      String name = name(words);
      cut = name.endsWith(CUT);
      if (!cut) {
        names.add(name.toUpperCase(Locale.ROOT));
      }
    }
    if (cut || names.size() == MOST) {
      names.add(CUT);
    }
    return String.join(" ", names);
  }

  private static String name(String[] words) {
    boolean two = words.length > 1 && OF_TWO_WORDS.contains(words[0].toUpperCase(Locale.ROOT));
    return two ? words[0] + " " + words[1] : words[0];
  }

  /** The commands with question marks in the place of values. */
  static String masked(String commands) {
    List<String> lines = new ArrayList<>();
    for (List<String> words : RedisWords.lines(commands)) {
      if (!words.isEmpty()) {
        lines.add(String.join(" ", RedisArguments.masked(words)));
      }
    }
    return String.join("\n", lines);
  }
}
