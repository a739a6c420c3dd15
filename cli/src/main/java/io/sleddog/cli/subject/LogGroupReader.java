package io.sleddog.cli.subject;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Paging;
import io.sleddog.cli.aws.Service;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads log groups and their subscription filters. */
public final class LogGroupReader {
  private static final String STANDARD = "STANDARD";

  private final Service logs;

  /** Reads from CloudWatch Logs in one region. */
  public LogGroupReader(Service logs) {
    this.logs = logs;
  }

  /** A log group as it is, also if it is not there. */
  public LogGroup read(String name) {
    Optional<JsonNode> found = find(name);
    LogGroup group = LogGroup.of(Text.of(name), Presence.ABSENT);
    return found.map(it -> describe(it, filters(name))).orElse(group);
  }

  /** All log groups whose names begin so, without their filters. */
  public List<JsonNode> list(String prefix) {
    Map<String, ?> input = prefix.isEmpty() ? Map.of() : Map.of("logGroupNamePrefix", prefix);
    return Paging.NEXT_TOKEN_LOWER.all(logs, "DescribeLogGroups", input, "logGroups");
  }

  /** All log groups whose names match a pattern with asterisks, without their filters. */
  public List<JsonNode> matching(String pattern) {
    Predicate<String> wanted = Selection.glob(pattern);
    return list(pattern.substring(0, pattern.indexOf('*'))).stream()
        .filter(it -> wanted.test(it.path("logGroupName").asText()))
        .toList();
  }

  /** The filters of a group, as in the API; none if the group has gone. */
  public List<JsonNode> filters(String name) {
    try {
      Map<String, String> input = Map.of("logGroupName", name);
      return Paging.NEXT_TOKEN_LOWER.all(
          logs, "DescribeSubscriptionFilters", input, "subscriptionFilters");
    } catch (AwsFailure e) {
      if (e.isNotFound()) {
        return List.of();
      }
      throw e;
    }
  }

  /** A group that was listed, with its filters, for the rules. */
  public static LogGroup describe(JsonNode listed, List<JsonNode> filters) {
    LogGroup group =
        LogGroup.of(Text.of(listed.path("logGroupName").asText()), Presence.PRESENT)
            .withFilters(filters.stream().map(LogGroupReader::filter).toList());
    if (listed.has("retentionInDays")) {
      group = group.withRetentionDays(listed.path("retentionInDays").asInt());
    }
    boolean isStandard = listed.path("logGroupClass").asText(STANDARD).equals(STANDARD);
    return isStandard ? group : group.withoutSubscriptions();
  }

  private Optional<JsonNode> find(String name) {
    List<JsonNode> sameStart = new ArrayList<>(list(name));
    return sameStart.stream()
        .filter(it -> it.path("logGroupName").asText().equals(name))
        .findFirst();
  }

  private static SubscriptionFilter filter(JsonNode filter) {
    return new SubscriptionFilter(
        Text.of(filter.path("filterName").asText()),
        Text.of(filter.path("filterPattern").asText("")),
        Text.of(filter.path("destinationArn").asText()));
  }
}
