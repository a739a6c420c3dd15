package io.sleddog.macro.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.plan.change.Finding;

/** A loop of CloudFormation's language extensions among the resources. */
final class FunctionLoop {
  private FunctionLoop() {}

  static Finding finding(String key) {
    return new Finding(
        "for-each",
        key,
        "declares functions in a loop, which the macro cannot see into",
        "Name the macro after AWS::LanguageExtensions in Transform");
  }

  /** Whether a function is declared anywhere inside. */
  static boolean mayDeclareOne(JsonNode loop) {
    if (FunctionResource.isOne(loop)) {
      return true;
    }
    for (JsonNode child : loop) {
      if (mayDeclareOne(child)) {
        return true;
      }
    }
    return false;
  }
}
