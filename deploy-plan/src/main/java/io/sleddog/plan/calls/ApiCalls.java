package io.sleddog.plan.calls;

import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Writes a plan as calls of the AWS API, in the order in which they are to be made.
 *
 * <p>All changes of a function's configuration are one call, so that the function is never seen
 * half changed. Every text must be known; one that is not is an {@link IllegalStateException}.
 */
public final class ApiCalls {
  private ApiCalls() {}

  /**
   * The calls that carry a function's plan out.
   *
   * @param function the function before the plan
   * @param plan what is to be done to it
   */
  public static List<ApiCall> of(FunctionDescription function, Plan plan) {
    List<ApiCall> calls = new ArrayList<>();
    calls.addAll(ConfigurationCall.of(function, plan));
    calls.addAll(tags(function, plan));
    calls.addAll(of(plan));
    return calls;
  }

  /** The calls that carry a log group's plan out. */
  public static List<ApiCall> of(Plan plan) {
    List<ApiCall> calls = new ArrayList<>();
    for (Change change : plan.changes()) {
      if (change instanceof Change.NewLogGroup it) {
        calls.addAll(create(it.logGroup(), it.reason()));
      } else if (change instanceof Change.InvokeGrant it) {
        calls.add(grant(it));
      } else if (change instanceof Change.Filter it) {
        calls.add(filter(it));
      }
    }
    return calls;
  }

  /** The text, which has to be known by now. */
  static String known(Text text) {
    return text.known()
        .orElseThrow(() -> new IllegalStateException("not known before deployment: " + text));
  }

  /** The reasons of the changes, each once. */
  static String reasons(List<? extends Change> changes) {
    return changes.stream().map(Change::reason).distinct().collect(Collectors.joining("; "));
  }

  private static List<ApiCall> tags(FunctionDescription function, Plan plan) {
    List<ApiCall> calls = new ArrayList<>();
    String arn =
        plan.changes().stream().anyMatch(Change.Tag.class::isInstance) ? known(function.arn()) : "";
    List<Change.Tag> set = tags(plan, it -> it.after() != null);
    if (!set.isEmpty()) {
      Map<String, Object> tags = new LinkedHashMap<>();
      set.forEach(it -> tags.put(it.key(), it.after() == null ? "" : known(it.after())));
      calls.add(new ApiCall("TagResource", ordered("Resource", arn, "Tags", tags), reasons(set)));
    }
    List<Change.Tag> removed = tags(plan, it -> it.after() == null);
    if (!removed.isEmpty()) {
      List<String> keys = removed.stream().map(Change.Tag::key).toList();
      calls.add(
          new ApiCall(
              "UntagResource", ordered("Resource", arn, "TagKeys", keys), reasons(removed)));
    }
    return calls;
  }

  private static List<Change.Tag> tags(Plan plan, Predicate<Change.Tag> wanted) {
    return plan.changes().stream()
        .filter(Change.Tag.class::isInstance)
        .map(Change.Tag.class::cast)
        .filter(wanted)
        .toList();
  }

  private static List<ApiCall> create(LogGroup group, String reason) {
    String name = known(group.name());
    List<ApiCall> calls = new ArrayList<>();
    calls.add(new ApiCall("CreateLogGroup", Map.of("logGroupName", name), reason));
    if (group.retentionDays() != null) {
      Map<String, Object> input =
          ordered("logGroupName", name, "retentionInDays", group.retentionDays());
      calls.add(new ApiCall("PutRetentionPolicy", input, "new log groups keep events that long"));
    }
    return calls;
  }

  private static ApiCall grant(Change.InvokeGrant grant) {
    String sourceArn = known(grant.sourceArn());
    boolean isChina = sourceArn.startsWith("arn:aws-cn:");
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("FunctionName", known(grant.forwarder()));
    input.put("StatementId", grant.statementId());
    input.put("Action", "lambda:InvokeFunction");
    input.put("Principal", isChina ? "logs.amazonaws.com.cn" : "logs.amazonaws.com");
    input.put("SourceArn", sourceArn);
    input.put("SourceAccount", known(grant.sourceAccount()));
    return new ApiCall("AddPermission", input, grant.reason());
  }

  private static ApiCall filter(Change.Filter change) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("logGroupName", known(change.logGroup()));
    SubscriptionFilter after = change.after();
    if (after == null) {
      input.put("filterName", change.before() == null ? "" : known(change.before().name()));
      return new ApiCall("DeleteSubscriptionFilter", input, change.reason());
    }
    input.put("filterName", known(after.name()));
    input.put("filterPattern", known(after.pattern()));
    input.put("destinationArn", known(after.destination()));
    return new ApiCall("PutSubscriptionFilter", input, change.reason());
  }

  private static Map<String, Object> ordered(
      String first, Object firstValue, String second, Object secondValue) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    ordered.put(first, firstValue);
    ordered.put(second, secondValue);
    return ordered;
  }
}
