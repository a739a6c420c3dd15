package io.sleddog.cli.logs;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.subject.ForwarderOptions;
import io.sleddog.cli.subject.LogGroupReader;
import io.sleddog.cli.subject.Selection;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.settings.LogGroupWish;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose log groups and the filter on them. */
final class GroupOptions {
  @Option(
      names = "--log-group",
      order = 1,
      paramLabel = "NAME",
      split = ",",
      description = "A log group, or a pattern such as '/aws/lambda/shop-*'; may be repeated.")
  private List<String> groups = new ArrayList<>();

  @Mixin private final ForwarderOptions forwarder = new ForwarderOptions();

  @Option(
      names = "--filter-name",
      order = 3,
      paramLabel = "NAME",
      description = "The subscription filter's name; " + LogGroupWish.FILTER_NAME + " by default.")
  private String filterName = LogGroupWish.FILTER_NAME;

  List<String> forwarders() {
    return forwarder.all();
  }

  String filterName() {
    return filterName;
  }

  /** Whether log groups are named. */
  boolean isEmpty() {
    return groups.isEmpty();
  }

  /**
   * The log groups that are meant, with their filters; one that is named may not be there.
   *
   * @throws Problem if none is named
   */
  List<LogGroup> read(Cloud cloud, String region) {
    return read(cloud, List.of(region)).getOrDefault(region, List.of());
  }

  /**
   * The same in several regions; a name that is in one of them need not be in the others.
   *
   * @return the log groups by their regions
   */
  Map<String, List<LogGroup>> read(Cloud cloud, List<String> regions) {
    if (groups.isEmpty() || groups.stream().anyMatch(String::isBlank)) {
      throw Problem.usage(
          "no-log-group", "No log group is chosen", "Add --log-group /aws/lambda/orders");
    }
    Map<String, List<LogGroup>> found = new LinkedHashMap<>();
    for (String region : regions) {
      LogGroupReader reader = new LogGroupReader(cloud.service(ServiceName.LOGS, region));
      List<LogGroup> here = groups.stream().flatMap(it -> read(it, reader).stream()).toList();
      if (!here.isEmpty()) {
        found.put(region, here);
      }
    }
    if (found.isEmpty()) {
      throw missing(regions);
    }
    return regions.size() == 1 ? found : present(found);
  }

  private Problem missing(List<String> regions) {
    return Problem.failed(
        "log-groups-missing",
        "No log group in "
            + String.join(", ", regions)
            + " has such a name: "
            + String.join(", ", groups),
        "Look at the name and the region");
  }

  /** Those that are there, unless none is. */
  private static Map<String, List<LogGroup>> present(Map<String, List<LogGroup>> found) {
    Map<String, List<LogGroup>> present = new LinkedHashMap<>();
    found.forEach(
        (region, all) -> {
          List<LogGroup> there =
              all.stream().filter(it -> it.presence() == Presence.PRESENT).toList();
          if (!there.isEmpty()) {
            present.put(region, there);
          }
        });
    return present.isEmpty() ? found : present;
  }

  private static List<LogGroup> read(String name, LogGroupReader reader) {
    if (!Selection.isGlob(name)) {
      return List.of(reader.read(name));
    }
    return reader.matching(name).stream()
        .map(it -> LogGroupReader.describe(it, reader.filters(it.path("logGroupName").asText())))
        .toList();
  }
}
