package io.sleddog.macro.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.expression.Intrinsic;
import java.util.Optional;

/**
 * A function as the template declares it.
 *
 * @param id its logical id
 * @param resource its declaration, to be changed in place
 * @param globals SAM's properties for all functions; empty if there are none
 */
record FunctionResource(String id, ObjectNode resource, JsonNode globals) {
  private static final String LAMBDA = "AWS::Lambda::Function";
  private static final String SERVERLESS = "AWS::Serverless::Function";

  /** SAM's own word for what of {@code Globals} does not apply to a resource. */
  private static final String IGNORED = "IgnoreGlobals";

  static boolean isOne(JsonNode resource) {
    String type = resource.path("Type").asText();
    return type.equals(LAMBDA) || type.equals(SERVERLESS);
  }

  boolean isServerless() {
    return resource.path("Type").asText().equals(SERVERLESS);
  }

  /** The condition under which the function exists, if there is one. */
  Optional<String> condition() {
    return Optional.ofNullable(resource.path("Condition").textValue());
  }

  /** The function's own properties, added if there are none. */
  ObjectNode properties() {
    return resource.withObjectProperty("Properties");
  }

  /** A property as it will be, with {@code Globals} taken in. */
  JsonNode property(String name) {
    JsonNode own = resource.path("Properties").path(name);
    JsonNode merged = Merge.of(global(name), own);
    return Intrinsic.isNoValue(merged) ? MissingNode.getInstance() : merged;
  }

  /** A property of all functions, unless this one says that it does not apply. */
  JsonNode global(String name) {
    return isServerless() && !isIgnored(name) ? globals.path(name) : MissingNode.getInstance();
  }

  /** Sets a property such that nothing of {@code Globals} is laid under it. */
  void setAlone(String name, JsonNode node) {
    boolean isInherited = !global(name).isMissingNode();
    properties().set(name, node);
    if (isInherited) {
      resource.withArrayProperty(IGNORED).add(name);
    }
  }

  private boolean isIgnored(String name) {
    JsonNode ignored = resource.path(IGNORED);
    if (!ignored.isArray()) {
      return ignored.asText().equals("*");
    }
    boolean isNamed = false;
    for (JsonNode it : ignored) {
      isNamed |= it.asText().equals(name);
    }
    return isNamed;
  }
}
