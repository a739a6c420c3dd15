package io.sleddog.cli;

import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.forwarder.LogFollower;
import io.sleddog.cli.subject.Failures;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.UserProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which functions of an AWS account {@code sleddog local} takes, and which logs it follows. */
final class AwsFlags {
  private static final String GROUPS = "/aws/lambda/";

  @Option(
      names = "--from-aws",
      paramLabel = "FUNCTION",
      split = ",",
      description =
          "Take this function of an AWS account, by name or ARN: its code, layers, handler, "
              + "variables and limits; may be repeated. Nothing is changed there.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--tail",
      paramLabel = "FUNCTION",
      split = ",",
      description =
          "Follow the log of this function of an AWS account, or this log group, and show what it "
              + "writes as the forwarder would send it; may be repeated. Nothing is changed there.")
  private List<String> tailed = new ArrayList<>();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = CommonOptions.TimeConverter.class,
      description = "With --tail: how far back to begin, such as 1h; 10m by default.")
  private Duration since = Duration.ofMinutes(10);

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "With --from-aws or --tail: the region.")
  private @Nullable String region;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description =
          "With --from-aws or --tail: the AWS profile to take credentials and region from.")
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

  /** Whether logs are followed. */
  boolean tails() {
    return !tailed.isEmpty();
  }

  /**
   * The logs to follow; none if none was named.
   *
   * @throws UserProblem if there is no region
   */
  List<LogFollower> logs(Session session) {
    if (tailed.isEmpty()) {
      return List.of();
    }
    Cloud cloud = session.clouds().of(Optional.ofNullable(profile));
    Service logs = cloud.service(ServiceName.LOGS, region(session, cloud));
    Instant from = session.time().clock().instant().minus(since);
    return tailed.stream()
        .map(name -> new LogFollower(logs, name.startsWith("/") ? name : GROUPS + name, from))
        .toList();
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
