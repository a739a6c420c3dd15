package io.sleddog.macro.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.expression.Nodes;
import io.sleddog.macro.expression.Texts;
import io.sleddog.macro.expression.Values;
import java.util.Map;

/** Functions for tests, written as JSON with apostrophes for quotes. */
final class Functions {
  private Functions() {}

  static FunctionResource lambda(String properties) {
    return function("AWS::Lambda::Function", properties, "{}");
  }

  static FunctionResource serverless(String properties, String globals) {
    return function("AWS::Serverless::Function", properties, globals);
  }

  static Texts texts() {
    return new Texts(values());
  }

  static Values values() {
    return new Values(Nodes.of("{}"), Nodes.of("{}"), Map.of());
  }

  private static FunctionResource function(String type, String properties, String globals) {
    ObjectNode resource = (ObjectNode) Nodes.of("{'Type':'" + type + "'}");
    resource.set("Properties", Nodes.of(properties));
    return new FunctionResource("Orders", resource, Nodes.of(globals));
  }
}
