package io.sleddog.lambda.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables of the process, with reads by type.
 *
 * <p>A variable that is absent or blank gives the default. One whose value cannot be understood
 * gives the default too, and a warning that names the variable.
 */
public final class Environment {
  private static final List<String> SILENT = List.of("error", "critical", "fatal", "off");
  private static final List<String> SPEAKING = List.of("info", "warn", "warning", "debug", "trace");

  private final Map<String, String> variables;
  private final Warnings warnings;

  /** Reads from {@code variables} and complains to {@code warnings}. */
  public Environment(Map<String, String> variables, Warnings warnings) {
    this.variables = variables;
    this.warnings = warnings;
  }

  /** The environment of this process. */
  public static Environment ofProcess(Warnings warnings) {
    return new Environment(System.getenv(), warnings);
  }

  /**
   * Says nothing of bad values, or of anything, if the user wants to hear of errors only. There are
   * none: whatever fails here is a warning.
   */
  void hearLevel(String name) {
    String level = text(name, "info").toLowerCase(Locale.ROOT);
    if (SILENT.contains(level)) {
      warnings.silence();
    } else if (!SPEAKING.contains(level)) {
      warnings.badValue(name, "info");
    }
  }

  /** The value without the blanks around it, or null. */
  public @Nullable String text(String name) {
    String value = variables.get(name);
    if (value == null) {
      return null;
    }
    String trimmed = value.trim();
    return trimmed.isEmpty() ? null : trimmed;
  }

  /** The value without the blanks around it. */
  public String text(String name, String whenAbsent) {
    String value = text(name);
    return value == null ? whenAbsent : value;
  }

  /** Says that a variable, or a part of it, was not understood. */
  void complain(String name, String instead) {
    warnings.badValue(name, instead);
  }

  /** A whole number, not negative. */
  public int count(String name, int whenAbsent) {
    String value = text(name);
    if (value == null) {
      return whenAbsent;
    }
    try {
      int count = Integer.parseInt(value);
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException notANumber) {
      // The warning below says so.
    }
    warnings.badValue(name, Integer.toString(whenAbsent));
    return whenAbsent;
  }

  /** The number of a port. */
  public int port(String name, int whenAbsent) {
    int port = count(name, whenAbsent);
    if (port >= 1 && port <= 65_535) {
      return port;
    }
    warnings.badValue(name, Integer.toString(whenAbsent));
    return whenAbsent;
  }

  /**
   * An address of one of the schemes, with a host, or for {@code unix} with a path; null if it is
   * absent.
   *
   * @param instead what holds if it is none, for the warning
   */
  public @Nullable URI address(String name, String instead, String... schemes) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    try {
      URI address = new URI(value);
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      boolean isWhole =
          scheme.equals("unix")
              ? address.getHost() == null && address.getPath() != null
              : address.getHost() != null;
      if (isWhole && List.of(schemes).contains(scheme)) {
        return address;
      }
    } catch (URISyntaxException notAnAddress) {
      // The warning below says so.
    }
    warnings.badValue(name, instead);
    return null;
  }

  /** A number from 0 to 1; negative if it is absent. */
  public double rate(String name) {
    String value = text(name);
    if (value == null) {
      return -1;
    }
    try {
      double rate = Double.parseDouble(value);
      if (rate >= 0 && rate <= 1) {
        return rate;
      }
    } catch (NumberFormatException notANumber) {
      // The warning below says so.
    }
    warnings.badValue(name, "1");
    return -1;
  }

  /** The values between commas, without blanks and empty ones. */
  public List<String> list(String name, List<String> whenAbsent) {
    String value = text(name);
    if (value == null) {
      return whenAbsent;
    }
    List<String> items = new ArrayList<>(4);
    for (String item : value.split(",", -1)) {
      if (!item.trim().isEmpty()) {
        items.add(item.trim());
      }
    }
    return items;
  }

  /**
   * The words between commas that are known, in any case; others give a warning, and the default if
   * no word is known.
   */
  public List<String> words(String name, List<String> whenAbsent, List<String> known) {
    List<String> words = text(name) == null ? whenAbsent : lowerCase(list(name, whenAbsent));
    if (known.containsAll(words) && !words.isEmpty()) {
      return words;
    }
    List<String> understood = new ArrayList<>(words);
    understood.retainAll(known);
    boolean some = !understood.isEmpty();
    warnings.badValue(name, some ? "what is understood of it" : String.join(",", whenAbsent));
    return some ? understood : whenAbsent;
  }

  private static List<String> lowerCase(List<String> words) {
    List<String> lower = new ArrayList<>(words);
    lower.replaceAll(word -> word.toLowerCase(Locale.ROOT));
    return lower;
  }

  /**
   * True for {@code true} and {@code 1}, false for {@code false}, {@code 0} and a blank value, in
   * any case.
   */
  public boolean flag(String name, boolean whenAbsent) {
    String value = variables.get(name);
    if (value == null) {
      return whenAbsent;
    }
    String word = value.trim();
    if ("true".equalsIgnoreCase(word) || "1".equals(word)) {
      return true;
    }
    if (word.isEmpty() || "false".equalsIgnoreCase(word) || "0".equals(word)) {
      return false;
    }
    warnings.badValue(name, whenAbsent ? "true" : "false");
    return whenAbsent;
  }
}
