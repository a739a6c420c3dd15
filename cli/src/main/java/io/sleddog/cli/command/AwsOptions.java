package io.sleddog.cli.command;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.LoudCloud;
import io.sleddog.cli.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say in whose name and where AWS is called. */
public final class AwsOptions {
  private static final Pattern REGION = Pattern.compile("[a-z]+(?:-[a-z0-9]+)+");

  @Option(
      names = {"-r", "--region"},
      order = 80,
      paramLabel = "REGION",
      split = ",",
      description = "The region; may be repeated where several make sense.")
  private List<String> regions = new ArrayList<>();

  @Option(
      names = "--profile",
      order = 81,
      paramLabel = "NAME",
      description = "The AWS profile to take credentials and region from; may use SSO.")
  private @Nullable String profile;

  /** Read before the command line is parsed, since it fills the other options. */
  @SuppressWarnings("UnusedVariable")
  @Option(
      names = "--config",
      order = 82,
      paramLabel = "FILE",
      description =
          "A JSON file with options by their names in camel case; sleddog.json by "
              + "default, or else what datadog-ci.json has under lambda. The command line wins.")
  private @Nullable String config;

  /** The profile, if one is named. */
  public Optional<String> profile() {
    return Optional.ofNullable(profile);
  }

  /** AWS in the name of these options. */
  public Cloud cloud(Run run) {
    Cloud cloud = run.session().clouds().of(profile());
    return run.isVerbose() ? new LoudCloud(cloud, run.screen()::note) : cloud;
  }

  /**
   * The regions, the user's own or those of the surroundings; none if nobody names one.
   *
   * @param run the run of the command
   * @param cloud may know the region of a profile
   * @throws Problem if what is named cannot be a region
   */
  public List<String> regions(Run run, Cloud cloud) {
    if (!regions.isEmpty()) {
      return regions.stream().distinct().map(AwsOptions::checked).toList();
    }
    return Stream.of("AWS_REGION", "AWS_DEFAULT_REGION")
        .map(it -> run.session().environment().getOrDefault(it, ""))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .or(cloud::region)
        .map(it -> List.of(checked(it)))
        .orElse(List.of());
  }

  /** A name that is none would become part of an address. */
  private static String checked(String region) {
    if (!REGION.matcher(region).matches()) {
      throw Problem.usage(
          "region",
          "\"" + region + "\" is no name of a region",
          "Give one such as eu-west-1, with --region or AWS_REGION");
    }
    return region;
  }

  /**
   * The one region; see {@link #regions}.
   *
   * @throws Problem if there is none, or more than one
   */
  public String region(Run run, Cloud cloud) {
    List<String> all = regions(run, cloud);
    if (all.isEmpty()) {
      throw noRegion("Nobody says in which region");
    }
    if (all.size() > 1) {
      throw Problem.usage(
          "one-region", "This is done in one region at a time, not in " + all, "Name one of them");
    }
    return all.get(0);
  }

  /** No region is known; the parameter says for what. */
  public static Problem noRegion(String message) {
    return Problem.usage(
        "no-region", message, "Add --region, or set AWS_REGION, or give whole ARNs");
  }
}
