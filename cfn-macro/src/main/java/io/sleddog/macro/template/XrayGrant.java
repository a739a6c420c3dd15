package io.sleddog.macro.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.expression.Intrinsic;
import io.sleddog.plan.change.Finding;
import java.util.Optional;

/** Lets a function's role write to X-Ray, without which Lambda refuses to trace it. */
final class XrayGrant {
  private static final String POLICY = "SleddogXray";

  private final ObjectNode resources;

  XrayGrant(ObjectNode resources) {
    this.resources = resources;
  }

  /**
   * Adds the policy to the role, if the template declares it. SAM does so itself for the roles that
   * it makes.
   *
   * @return what the user has to see to if the role is not in the template
   */
  Optional<Finding> apply(FunctionResource function) {
    JsonNode role = function.property("Role");
    if (function.isServerless() && role.isMissingNode()) {
      return Optional.empty();
    }
    boolean isDone =
        Intrinsic.getAttOf(role, "Arn")
            .map(resources::path)
            .filter(it -> it.path("Type").asText().equals("AWS::IAM::Role"))
            .filter(it -> grant((ObjectNode) it))
            .isPresent();
    return isDone
        ? Optional.empty()
        : Optional.of(
            new Finding(
                "xray-role",
                function.id(),
                "X-Ray is switched on, but its role is not one that the macro can add to",
                "Let the role call xray:PutTraceSegments and xray:PutTelemetryRecords"));
  }

  private static boolean grant(ObjectNode role) {
    ObjectNode properties = role.withObjectProperty("Properties");
    JsonNode policies = properties.path("Policies");
    if (!policies.isMissingNode() && !policies.isArray()) {
      return false;
    }
    for (JsonNode policy : policies) {
      if (policy.path("PolicyName").asText().equals(POLICY)) {
        return true;
      }
    }
    ArrayNode list = properties.withArrayProperty("Policies");
    ObjectNode document = list.addObject().put("PolicyName", POLICY).putObject("PolicyDocument");
    ObjectNode statement = document.put("Version", "2012-10-17").putArray("Statement").addObject();
    statement.put("Effect", "Allow");
    statement.putArray("Action").add("xray:PutTraceSegments").add("xray:PutTelemetryRecords");
    statement.put("Resource", "*");
    return true;
  }
}
