package io.sleddog.cli.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Report;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.ExitStatus;
import io.sleddog.cli.screen.Cell;
import io.sleddog.cli.screen.Style;
import io.sleddog.cli.screen.Table;
import io.sleddog.cli.screen.Tone;
import io.sleddog.cli.subject.ForwarderOptions;
import io.sleddog.cli.subject.LogGroupReader;
import io.sleddog.cli.subject.Selection;
import io.sleddog.cli.work.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sleddog logs list}. */
@Command(
    name = "list",
    sortOptions = false,
    abbreviateSynopsis = true,
    description =
        "Lists log groups with every subscription filter: where it leads, who seems to "
            + "own it, and how many filters the group has.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sleddog logs list --prefix /aws/lambda/",
      "  sleddog logs list -r eu-west-1,us-east-1 --json",
      "  sleddog logs list --all-regions --forwarder DatadogForwarder",
      "%nExit status: 0 listed, 1 failed, 2 wrong usage, 4 no credentials."
    })
final class ListCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final ForwarderOptions forwarder = new ForwarderOptions();
  @Mixin private final RegionOptions everywhere = new RegionOptions();
  @Mixin private final AwsOptions aws = new AwsOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(
      names = {"--prefix", "--log-group"},
      order = 1,
      paramLabel = "NAME",
      description = "How the groups' names begin, or a pattern; all groups by default.")
  private String prefix = "";

  ListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Run run = common.start(session);
    Cloud cloud = aws.cloud(run);
    List<String> regions = everywhere.regions(run, cloud, aws);
    List<ObjectNode> groups = new ArrayList<>();
    regions.forEach(it -> groups.addAll(read(run, cloud, it)));
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("logGroups");
    groups.forEach(list::add);
    return run.finish(Report.of(ExitStatus.OK, json, style -> lines(groups, style)));
  }

  private List<ObjectNode> read(Run run, Cloud cloud, String region) {
    LogGroupReader reader = new LogGroupReader(cloud.service(ServiceName.LOGS, region));
    String pattern = Selection.isGlob(prefix) ? prefix : prefix + "*";
    List<ObjectNode> groups =
        Parallel.map(
            run.screen(),
            "reading log groups of " + region,
            reader.matching(pattern),
            it -> describe(it, reader.filters(it.path("logGroupName").asText()), region));
    return groups.stream()
        .filter(it -> forwarder.all().isEmpty() || !it.path("filters").isEmpty())
        .toList();
  }

  private ObjectNode describe(JsonNode group, List<JsonNode> filters, String region) {
    ObjectNode json =
        Json.object()
            .put("logGroup", group.path("logGroupName").asText())
            .put("region", region)
            .put("class", group.path("logGroupClass").asText("STANDARD"))
            .put("slotsUsed", filters.size());
    ArrayNode list = json.putArray("filters");
    for (JsonNode filter : filters) {
      String destination = filter.path("destinationArn").asText();
      if (forwarder.isMeant(destination)) {
        String name = filter.path("filterName").asText();
        list.addObject()
            .put("name", name)
            .put("pattern", filter.path("filterPattern").asText(""))
            .put("destination", destination)
            .put("owner", FilterOwner.guess(name, destination).word());
      }
    }
    return json;
  }

  private static List<String> lines(List<ObjectNode> groups, Style style) {
    Table table = new Table("LOG GROUP", "REGION", "USED", "FILTER", "OWNER", "DESTINATION");
    for (ObjectNode group : groups) {
      row(table, group, Json.object());
      group.path("filters").forEach(it -> row(table, Json.object(), it));
    }
    List<String> lines = new ArrayList<>(table.lines(style));
    lines.add(groups.size() + (groups.size() == 1 ? " log group" : " log groups"));
    return lines;
  }

  private static void row(Table table, JsonNode group, JsonNode filter) {
    table.row(
        new Cell(group.path("logGroup").asText(""), Tone.STRONG),
        Cell.of(group.path("region").asText("")),
        Cell.of(group.path("slotsUsed").asText("")),
        Cell.of(filter.path("name").asText("")),
        Cell.of(filter.path("owner").asText("")),
        Cell.of(filter.path("destination").asText("")));
  }
}
