package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.subject.LogGroupReader;
import io.sleddog.cli.work.Parallel;
import java.util.List;

/** Finds the log groups that a forwarder reads; AWS has no list of them, so each group is asked. */
final class Subscribers {
  private final Run run;
  private final Cloud cloud;
  private final ForwarderFunction forwarder;

  /**
   * Creates it.
   *
   * @param run shows how far it is
   * @param cloud where the groups are
   * @param forwarder the forwarder
   */
  Subscribers(Run run, Cloud cloud, ForwarderFunction forwarder) {
    this.run = run;
    this.cloud = cloud;
    this.forwarder = forwarder;
  }

  /** The names of the groups. */
  List<String> logGroups() {
    LogGroupReader reader = new LogGroupReader(cloud.service(ServiceName.LOGS, forwarder.region()));
    List<String> names =
        reader.list("").stream().map(it -> it.path("logGroupName").asText()).toList();
    List<Boolean> isRead =
        Parallel.map(
            run.screen(),
            "reading log groups",
            names,
            it -> reader.filters(it).stream().anyMatch(this::leadsHere));
    return names.stream().filter(it -> isRead.get(names.indexOf(it))).toList();
  }

  private boolean leadsHere(JsonNode filter) {
    String destination = filter.path("destinationArn").asText();
    return destination.equals(forwarder.arn()) || destination.startsWith(forwarder.arn() + ":");
  }
}
