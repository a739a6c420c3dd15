package io.sleddog.macro.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.macro.expression.Intrinsic;
import io.sleddog.plan.change.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says where a declaration is not of the shape that CloudFormation takes, before anything reads it
 * or writes over it.
 */
final class Shapes {
  /** What may stand in a place; an expression may stand in each. */
  private enum Shape {
    MAP("a map"),
    LIST("a list"),
    TEXT("a text");

    private final String words;

    Shape(String words) {
      this.words = words;
    }

    static Shape of(JsonNode node) {
      return node.isObject() ? MAP : node.isArray() ? LIST : TEXT;
    }
  }

  private static final Map<String, Shape> PROPERTIES = properties();

  private Shapes() {}

  /** What is wrong with a function's declaration. */
  static List<Finding> ofFunction(String id, JsonNode resource) {
    List<Finding> findings = new ArrayList<>();
    check(id, "Metadata", resource.path("Metadata"), Shape.MAP, findings);
    check(id, "Properties", resource.path("Properties"), Shape.MAP, findings);
    findings.addAll(ofProperties(id, resource.path("Properties")));
    return findings;
  }

  /** What is wrong with the properties of a function, or of all functions. */
  static List<Finding> ofProperties(String id, JsonNode properties) {
    List<Finding> findings = new ArrayList<>();
    PROPERTIES.forEach(
        (path, shape) ->
            check(id, path, properties.at("/" + path.replace('.', '/')), shape, findings));
    for (JsonNode layer : properties.path("Layers")) {
      if (properties.path("Layers").isArray()) {
        check(id, "Layers", layer, Shape.TEXT, findings);
      }
    }
    return findings;
  }

  private static void check(
      String id, String path, JsonNode node, Shape wanted, List<Finding> findings) {
    for (JsonNode outcome : Intrinsic.outcomes(node)) {
      boolean isThere = !outcome.isMissingNode() && !outcome.isNull() && !Intrinsic.isOne(outcome);
      if (isThere && Shape.of(outcome) != wanted) {
        findings.add(
            new Finding(
                "misshapen",
                id,
                path + " has " + Shape.of(outcome).words + " where " + wanted.words + " belongs",
                "Write it as CloudFormation's reference says"));
      }
    }
  }

  private static Map<String, Shape> properties() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    shapes.put("FunctionName", Shape.TEXT);
    shapes.put("PackageType", Shape.TEXT);
    shapes.put("Runtime", Shape.TEXT);
    shapes.put("Handler", Shape.TEXT);
    shapes.put("Layers", Shape.LIST);
    shapes.put("Environment", Shape.MAP);
    shapes.put("Environment.Variables", Shape.MAP);
    shapes.put("LoggingConfig", Shape.MAP);
    shapes.put("LoggingConfig.LogGroup", Shape.TEXT);
    shapes.put("TracingConfig", Shape.MAP);
    return shapes;
  }
}
