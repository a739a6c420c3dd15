package io.sleddog.macro.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.expression.Texts;
import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Changes a function's declaration as the plan says, but for environment and layers. */
final class FunctionWriter {
  private final Texts texts;

  FunctionWriter(Texts texts) {
    this.texts = texts;
  }

  void apply(Change change, FunctionResource function) {
    if (change instanceof Change.Handler it) {
      function.properties().set("Handler", texts.write(it.after()));
    } else if (change instanceof Change.Tracing it) {
      tracing(function, texts.write(it.after()));
    }
  }

  /** Leaves a word where people look who read the processed template, beside earlier ones. */
  void warn(FunctionResource function, List<Finding> warnings) {
    if (warnings.isEmpty()) {
      return;
    }
    ArrayNode list =
        function
            .resource()
            .withObjectProperty("Metadata")
            .withObjectProperty("Sleddog")
            .withArrayProperty("Warnings");
    Set<String> said = new HashSet<>();
    list.forEach(it -> said.add(it.asText()));
    warnings.stream().map(Findings::inTemplate).filter(said::add).forEach(list::add);
  }

  /**
   * Sets a tag.
   *
   * @param options what it will be in each environment that the deployment may choose
   */
  void tag(FunctionResource function, String key, List<Option> options) {
    if (function.isServerless()) {
      function.properties().withObjectProperty("Tags").set(key, Option.choose(options));
      return;
    }
    ArrayNode tags = function.properties().withArrayProperty("Tags");
    for (JsonNode tag : tags) {
      if (tag instanceof ObjectNode pair && texts.read(pair.path("Key")).is(key)) {
        pair.set("Value", Option.choose(options));
        return;
      }
    }
    boolean isAlways = options.stream().allMatch(it -> it.node() != null);
    tags.add(
        isAlways
            ? pair(key, Option.choose(options))
            : Option.choose(options.stream().map(it -> it.map(node -> pair(key, node))).toList()));
  }

  private static ObjectNode pair(String key, JsonNode value) {
    ObjectNode pair = JsonNodeFactory.instance.objectNode().put("Key", key);
    return pair.set("Value", value);
  }

  private static void tracing(FunctionResource function, JsonNode mode) {
    if (function.isServerless()) {
      function.properties().set("Tracing", mode);
    } else {
      function.properties().withObjectProperty("TracingConfig").set("Mode", mode);
    }
  }
}
