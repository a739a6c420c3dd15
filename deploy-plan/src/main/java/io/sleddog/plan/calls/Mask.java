package io.sleddog.plan.calls;

import io.sleddog.plan.settings.Variable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Hides values that may be secrets: all variables but those known to be none. */
final class Mask {
  private static final String HIDDEN = "****";
  private static final Set<String> SHOWN =
      Arrays.stream(Variable.values()).map(Variable::key).collect(Collectors.toUnmodifiableSet());

  private Mask() {}

  static Map<String, Object> input(Map<String, Object> input) {
    Map<String, Object> masked = new LinkedHashMap<>(input);
    if (input.get("Environment") instanceof Map<?, ?> environment
        && environment.get("Variables") instanceof Map<?, ?> variables) {
      masked.put("Environment", Map.of("Variables", variables(variables)));
    }
    return masked;
  }

  private static Map<Object, Object> variables(Map<?, ?> variables) {
    Map<Object, Object> masked = new LinkedHashMap<>();
    variables.forEach(
        (name, value) -> masked.put(name, SHOWN.contains(String.valueOf(name)) ? value : HIDDEN));
    return masked;
  }
}
