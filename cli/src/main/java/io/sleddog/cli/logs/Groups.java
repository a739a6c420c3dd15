package io.sleddog.cli.logs;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.work.Job;
import io.sleddog.plan.calls.ApiCalls;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.Arn;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Text;
import java.util.Map;

/** What the commands for log groups have in common. */
final class Groups {
  private Groups() {}

  /** The job that a plan for a log group makes. */
  static Job job(LogGroup group, String region, Plan plan) {
    String name = group.name().shape();
    return new Job(name, region, name + "  " + region, plan, ApiCalls.of(plan));
  }

  /** Where the caller's log groups of a region are. */
  static Place place(Cloud cloud, String region) {
    JsonNode caller = cloud.service(ServiceName.STS, region).call("GetCallerIdentity", Map.of());
    return Arn.tryParse(Text.of(caller.path("Arn").asText()))
        .map(it -> new Place(it.partition(), Text.of(region), it.account()))
        .orElseThrow(() -> new IllegalStateException("AWS did not say who calls"));
  }

  /** A log group's ARN. */
  static String arn(LogGroup group, Place place) {
    return "arn:%s:logs:%s:%s:log-group:%s"
        .formatted(place.partition(), place.region(), place.account(), group.name());
  }
}
