package io.sleddog.plan.calls;

import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.FunctionDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts all changes of a function's configuration into one call. */
final class ConfigurationCall {
  private ConfigurationCall() {}

  static List<ApiCall> of(FunctionDescription function, Plan plan) {
    List<Change> changes = plan.changes().stream().filter(ConfigurationCall::isOne).toList();
    if (changes.isEmpty()) {
      return List.of();
    }
    FunctionDescription after = plan.applyTo(function);
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("FunctionName", ApiCalls.known(function.arn()));
    for (Change change : changes) {
      member(change, after, input);
    }
    if (function.revisionId() != null) {
      input.put("RevisionId", function.revisionId());
    }
    return List.of(new ApiCall("UpdateFunctionConfiguration", input, ApiCalls.reasons(changes)));
  }

  private static boolean isOne(Change change) {
    return change instanceof Change.Handler
        || change instanceof Change.LayerList
        || change instanceof Change.Variable
        || change instanceof Change.Tracing;
  }

  private static void member(Change change, FunctionDescription after, Map<String, Object> input) {
    if (change instanceof Change.Handler it) {
      input.put("Handler", ApiCalls.known(it.after()));
    } else if (change instanceof Change.LayerList it) {
      input.put("Layers", it.after().stream().map(ApiCalls::known).toList());
    } else if (change instanceof Change.Tracing it) {
      input.put("TracingConfig", Map.of("Mode", ApiCalls.known(it.after())));
    } else {
      input.put("Environment", Map.of("Variables", variables(after)));
    }
  }

  private static Map<String, Object> variables(FunctionDescription after) {
    Map<String, Object> variables = new LinkedHashMap<>();
    after.environment().texts().forEach((name, text) -> variables.put(name, ApiCalls.known(text)));
    return variables;
  }
}
