package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.subject.Failures;
import io.sleddog.cli.subject.ForwarderOptions;
import io.sleddog.plan.model.Arn;
import io.sleddog.plan.model.Text;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which forwarder is meant: the function, or the stack that has it. */
final class LocateOptions {
  @Mixin private final ForwarderOptions forwarder = new ForwarderOptions();

  @Option(
      names = {"--name", "--stack"},
      order = 11,
      paramLabel = "NAME",
      description = "Its stack instead; " + DeployOptions.STACK + " by default.")
  private String stack = DeployOptions.STACK;

  /**
   * Finds the forwarder.
   *
   * @throws Problem if it is not there
   */
  ForwarderFunction find(Run run, Cloud cloud, AwsOptions aws) {
    Optional<String> named = forwarder.one();
    Optional<String> home =
        named
            .flatMap(it -> Arn.tryParse(Text.of(it)))
            .flatMap(it -> it.region().known())
            .filter(it -> !it.isEmpty());
    String region = home.orElseGet(() -> aws.region(run, cloud));
    StackReader reader = new StackReader(cloud.service(ServiceName.CLOUDFORMATION, region));
    if (named.isPresent()) {
      return new ForwarderFunction(read(cloud, named.get(), region), region, Optional.empty());
    }
    Stack found = reader.read(stack);
    String function =
        found.isThere() && found.isForwarders() ? reader.function(stack).orElse("") : "";
    if (function.isEmpty()) {
      throw Problem.failed(
          "forwarder-missing",
          "There is no forwarder in a stack " + stack + " in " + region,
          "Name its stack with --name, or the function with --forwarder");
    }
    return new ForwarderFunction(read(cloud, function, region), region, Optional.of(found));
  }

  private static JsonNode read(Cloud cloud, String function, String region) {
    try {
      return cloud
          .service(ServiceName.LAMBDA, region)
          .call("GetFunctionConfiguration", Map.of("FunctionName", function));
    } catch (AwsFailure e) {
      throw e.isNotFound()
          ? Problem.failed(
              "forwarder-missing",
              "There is no forwarder " + function + " in " + region,
              "Look at name, region and account")
          : Failures.problem(function, e);
    }
  }
}
