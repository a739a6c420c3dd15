package io.sleddog.cli.forwarder;

import io.sleddog.cli.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a stack, as they are and as they are to be. */
final class Parameters {
  static final String HIDDEN = "****";

  private final Template template;
  private final Map<String, String> before;
  private final Map<String, String> wanted;

  /**
   * Parameters for a template.
   *
   * @param before those of the stack, as CloudFormation shows them; none if it is new
   * @param wanted those that are to have a certain value; all others stay
   */
  Parameters(Template template, Map<String, String> before, Map<String, String> wanted) {
    this.template = template;
    this.before = before;
    this.wanted = wanted;
    Set<String> names = template.names();
    for (String name : wanted.keySet()) {
      if (!names.contains(name)) {
        throw Problem.usage(
            "parameter-unknown",
            "The template has no parameter " + name,
            "It has: " + String.join(", ", names));
      }
    }
  }

  /** One that gets another value. */
  record Changed(String name, @Nullable String before, String after) {}

  /** Those that get another value, without showing secrets. */
  List<Changed> changes() {
    List<Changed> changes = new ArrayList<>();
    wanted.forEach(
        (name, value) -> {
          String old = before.get(name);
          boolean isSame = value.equals(old == null ? "" : old);
          if (!isSame) {
            changes.add(new Changed(name, old, template.isSecret(name) ? HIDDEN : value));
          }
        });
    return changes;
  }

  /** Those of the stack that the template does not have. */
  List<String> dropped() {
    return before.keySet().stream().filter(it -> !template.names().contains(it)).toList();
  }

  /**
   * As a change set takes them.
   *
   * @param isShown whether it is for people's eyes, so that secrets are hidden
   */
  List<Map<String, Object>> input(boolean isShown) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (String name : template.names()) {
      String value = wanted.get(name);
      Map<String, Object> parameter = new LinkedHashMap<>();
      parameter.put("ParameterKey", name);
      if (value != null) {
        boolean isHidden = isShown && template.isSecret(name) && !value.isEmpty();
        parameter.put("ParameterValue", isHidden ? HIDDEN : value);
        list.add(parameter);
      } else if (before.containsKey(name)) {
        parameter.put("UsePreviousValue", true);
        list.add(parameter);
      }
    }
    return list;
  }
}
