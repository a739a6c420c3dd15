package io.sleddog.cli.logs;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.subject.Failures;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Option;

/** The option that goes through all regions. */
final class RegionOptions {
  /** Knows all regions, whichever they are. */
  private static final String ANY_REGION = "us-east-1";

  @Option(
      names = "--all-regions",
      order = 9,
      description = "Go through all regions that the account has enabled.")
  private boolean isAll;

  /**
   * The regions: those that are named, or all.
   *
   * @throws io.sleddog.cli.problem.Problem if nobody names one, or AWS does not tell all
   */
  List<String> regions(Run run, Cloud cloud, AwsOptions aws) {
    List<String> named = aws.regions(run, cloud);
    if (isAll) {
      return all(cloud, named.isEmpty() ? ANY_REGION : named.get(0));
    }
    if (named.isEmpty()) {
      throw AwsOptions.noRegion("Nobody says in which region");
    }
    return named;
  }

  private static List<String> all(Cloud cloud, String from) {
    try {
      JsonNode found =
          cloud.service(ServiceName.EC2, from).call("DescribeRegions", Map.of()).path("Regions");
      return StreamSupport.stream(found.spliterator(), false)
          .map(it -> it.path("RegionName").asText())
          .sorted()
          .toList();
    } catch (AwsFailure e) {
      throw Failures.problem("Looking for regions", e);
    }
  }
}
