package io.sleddog.forwarder.config;

import java.util.ArrayList;
import java.util.List;

/** Reads the functions that get each event too. */
final class FunctionList {
  private static final String FURTHER = "DD_ADDITIONAL_TARGET_LAMBDAS";

  private FunctionList() {}

  /** Their ARNs or names; what cannot be one is left out, with a warning. */
  static List<String> read(Environment environment) {
    List<String> functions = new ArrayList<>();
    for (String entry : environment.text(FURTHER, "").split(",", -1)) {
      String function = entry.strip();
      if (!mayBeFunction(function)) {
        environment.warning(FURTHER, "has an entry that is no ARN or name of a function");
      } else if (!function.isEmpty()) {
        functions.add(function);
      }
    }
    return List.copyOf(functions);
  }

  private static boolean mayBeFunction(String name) {
    boolean fits = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      fits &= c > ' ' && c < 127 && c != '/';
    }
    return fits;
  }
}
