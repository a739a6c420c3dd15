package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Paging;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.subject.FunctionState;
import java.util.Map;

/** Whether the aliases of a function lead to what it is now. */
final class AliasRule {
  private AliasRule() {}

  /** Compares the handlers of the versions that they lead to. */
  static void check(Cloud cloud, FunctionState function, Findings findings) {
    Service lambda = cloud.service(ServiceName.LAMBDA, function.region());
    Map<String, String> input = Map.of("FunctionName", function.name());
    try {
      for (JsonNode alias : Paging.MARKER.all(lambda, "ListAliases", input, "Aliases")) {
        compare(lambda, alias, function, findings);
      }
      findings.okUnlessSaid(Cause.OLD_ALIAS);
    } catch (AwsFailure e) {
      if (e.isSignedOut()) {
        throw e;
      }
      findings.unknown(Cause.OLD_ALIAS, e.action() + " " + e.code());
    }
  }

  private static void compare(
      Service lambda, JsonNode alias, FunctionState function, Findings findings) {
    String version = alias.path("FunctionVersion").asText();
    JsonNode published =
        lambda.call(
            "GetFunctionConfiguration",
            Map.of("FunctionName", function.name(), "Qualifier", version));
    if (!published.path("Handler").equals(function.configuration().path("Handler"))) {
      String name = alias.path("Name").asText();
      findings.warn(
          Cause.OLD_ALIAS,
          "the alias " + name + " leads to version " + version + ", which has another handler",
          "lambda:ListAliases FunctionVersion " + version,
          "sleddog lambda instrument -f "
              + function.name()
              + " -r "
              + function.region()
              + " --publish --alias "
              + name);
    }
  }
}
