package io.sleddog.cli;

import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.subject.Failures;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.UserProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which functions of an AWS account {@code sleddog local} takes. */
final class AwsFlags {
  @Option(
      names = "--from-aws",
      paramLabel = "FUNCTION",
      split = ",",
      description =
          "Take this function of an AWS account, by name or ARN: its code, layers, handler, "
              + "variables and limits; may be repeated. Nothing is changed there.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--region", paramLabel = "REGION", description = "With --from-aws: the region.")
  private @Nullable String region;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "With --from-aws: the AWS profile to take credentials and region from.")
  private @Nullable String profile;

  /**
   * The functions, downloaded; none if none was named.
   *
   * @param folder where their zips are put
   * @throws UserProblem if there is no region, or a function cannot be taken
   */
  List<FunctionSpec> functions(Session session, Path folder) {
    if (names.isEmpty()) {
      return List.of();
    }
    Cloud cloud = session.clouds().of(Optional.ofNullable(profile));
    DeployedFunction deployed =
        new DeployedFunction(
            cloud.service(ServiceName.LAMBDA, region(session, cloud)), new Downloads(folder));
    return names.stream().map(name -> take(deployed, name)).toList();
  }

  private static FunctionSpec take(DeployedFunction deployed, String name) {
    try {
      return deployed.take(name);
    } catch (AwsFailure e) {
      throw Failures.problem(name, e);
    }
  }

  private String region(Session session, Cloud cloud) {
    return Stream.of(
            Optional.ofNullable(region),
            variable(session, "AWS_REGION"),
            variable(session, "AWS_DEFAULT_REGION"),
            cloud.region())
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new UserProblem(
                    "Nobody says in which region the function is.",
                    "Add --region, or set AWS_REGION."));
  }

  private static Optional<String> variable(Session session, String name) {
    return Optional.ofNullable(session.environment().get(name)).filter(it -> !it.isEmpty());
  }
}
