package io.sleddog.macro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.config.MacroConfig;
import io.sleddog.macro.expression.Intrinsic;
import io.sleddog.macro.expression.Texts;
import io.sleddog.macro.expression.Values;
import io.sleddog.macro.json.Json;
import io.sleddog.macro.template.Instrumentation;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The macro's protocol: an event with a template in, a response with the changed template out.
 *
 * <p>The format is that of the CloudFormation user guide, "Macro function interface". Whatever
 * speaks against the template comes back in one message, with the template as it was.
 */
final class Macro {
  private final Map<String, String> environment;
  private final String tool;
  private final Consumer<String> log;

  /**
   * A macro with defaults for all templates.
   *
   * @param environment the environment of its function
   * @param tool the name and version that instrumented functions are tagged with
   * @param log takes what does not stop a deployment but may surprise
   */
  Macro(Map<String, String> environment, String tool, Consumer<String> log) {
    this.environment = Map.copyOf(environment);
    this.tool = tool;
    this.log = log;
  }

  /** Answers an event, whatever it is. */
  ObjectNode respond(ObjectNode event) {
    ObjectNode response = Json.object();
    response.put("requestId", event.path("requestId").asText());
    JsonNode fragment = event.path("fragment");
    List<String> problems;
    if (fragment.path("Resources") instanceof ObjectNode && fragment instanceof ObjectNode given) {
      ObjectNode template = given.deepCopy();
      problems = safely(event, template);
      response.put("status", problems.isEmpty() ? "success" : "failure");
      response.set("fragment", problems.isEmpty() ? template : given);
    } else {
      problems =
          List.of(
              "The macro works on whole templates with Resources. Name it in the template's"
                  + " Transform, not in Fn::Transform.");
      response.put("status", "failure");
      response.set("fragment", fragment.isMissingNode() ? Json.object() : fragment);
    }
    if (!problems.isEmpty()) {
      response.put("errorMessage", String.join("\n", problems));
    }
    return response;
  }

  /** An exception would reach the user as the name of a Lambda error. */
  private List<String> safely(ObjectNode event, ObjectNode template) {
    try {
      return transform(event, template);
    } catch (RuntimeException e) {
      return List.of(
          "The macro cannot read this template, which CloudFormation may not take either: " + e);
    }
  }

  private List<String> transform(ObjectNode event, ObjectNode template) {
    Map<String, String> pseudo = pseudo(event);
    Place place =
        new Place(
            text("AWS::Partition", pseudo),
            text("AWS::Region", pseudo),
            text("AWS::AccountId", pseudo));
    Values values = new Values(template, event.path("templateParameterValues"), pseudo);
    MacroConfig config = MacroConfig.read(environment, event, new Texts(values), place, tool);
    config.warnings().forEach(log);
    if (!config.problems().isEmpty() || !config.isEnabled()) {
      return config.problems();
    }
    Instrumentation instrumentation = new Instrumentation(template, config, values, place);
    instrumentation.run();
    instrumentation.warnings().forEach(log);
    return instrumentation.problems();
  }

  /** The pseudo parameters that an event tells. */
  private static Map<String, String> pseudo(ObjectNode event) {
    Map<String, String> pseudo = new HashMap<>();
    String region = event.path("region").asText();
    String account = event.path("accountId").asText();
    if (!region.isEmpty()) {
      pseudo.put("AWS::Region", region);
      pseudo.put("AWS::Partition", Place.partitionOf(region));
    }
    if (!account.isEmpty()) {
      pseudo.put("AWS::AccountId", account);
    }
    return pseudo;
  }

  private static Text text(String name, Map<String, String> pseudo) {
    String value = pseudo.get(name);
    return value == null
        ? Text.hole(Intrinsic.ref(name), name)
        : Text.hole(Intrinsic.ref(name), name, value);
  }
}
