package io.sleddog.forwarder.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Typed reads of the environment that collect problems instead of throwing, and remember which
 * names were asked for.
 *
 * <p>A variable that is set to an empty text counts as not set, as templates pass empty parameters.
 */
final class Environment {
  private final Map<String, String> variables;
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Set<String> asked = new TreeSet<>();

  Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  List<String> problems() {
    return problems;
  }

  Set<String> asked() {
    return asked;
  }

  /** What is odd, but no reason not to start. */
  List<String> warnings() {
    return warnings;
  }

  void warning(String name, String what) {
    String warning = name + " " + what;
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
  }

  void problem(String name, String what) {
    problems.add(name + ": " + what);
  }

  /** The variables whose names begin like this. */
  List<String> namesFrom(String start) {
    List<String> names = new ArrayList<>();
    for (String name : variables.keySet()) {
      if (name.startsWith(start)) {
        names.add(name);
      }
    }
    asked.add(start);
    return names;
  }

  boolean has(String name) {
    return !text(name, "").isEmpty();
  }

  String text(String name, String otherwise) {
    asked.add(name);
    String value = variables.getOrDefault(name, "");
    return value.isEmpty() ? otherwise : value;
  }

  /**
   * True for {@code true} in any case; every other value is false, as Datadog's forwarder has it.
   */
  boolean flag(String name, boolean otherwise) {
    String value = text(name, "").trim();
    boolean on = value.equalsIgnoreCase("true");
    if (!value.isEmpty() && !on && !value.equalsIgnoreCase("false")) {
      warning(name, "is neither true nor false, and is taken for false");
    }
    return value.isEmpty() ? otherwise : on;
  }

  int number(String name, int otherwise, int least, int most) {
    String value = text(name, "").trim();
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException ignored) {
      // reported below, like a number out of range
    }
    String range = most == Integer.MAX_VALUE ? "" : " from " + least + " to " + most;
    problem(name, "\"" + value + "\" is not a whole number" + range);
    return otherwise;
  }

  /**
   * A number that is taken for the nearest that is allowed, as Datadog's forwarder takes any; what
   * is no number stops it, too.
   */
  int nearest(String name, int otherwise, int least, int most) {
    int number = number(name, otherwise, Integer.MIN_VALUE, Integer.MAX_VALUE);
    int near = Math.max(least, Math.min(most, number));
    if (near != number) {
      warning(name, "is " + number + ", and is taken for " + near);
    }
    return near;
  }

  String url(String name, String otherwise) {
    return checked(name, text(name, otherwise).trim());
  }

  /** An address without the slash at its end; whatever is none is a problem of this variable. */
  String checked(String name, String value) {
    if (!value.startsWith("https://") && !value.startsWith("http://")) {
      problem(name, "\"" + value + "\" does not begin with https:// or http://");
    } else if (!isAddress(value)) {
      problem(name, "\"" + value + "\" is not an address");
    }
    return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
  }

  /** Whether requests can be sent there: it has a host, and a port that there can be. */
  static boolean isAddress(String url) {
    try {
      String authority = String.valueOf(new URI(url).getRawAuthority());
      String place = authority.substring(authority.lastIndexOf('@') + 1);
      int colon = place.lastIndexOf(':');
      boolean hasPort = colon > place.lastIndexOf(']');
      return colon != 0
          && !authority.equals("null")
          && (!hasPort || HostText.isPort(place.substring(colon)));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
