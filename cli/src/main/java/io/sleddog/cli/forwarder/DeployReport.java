package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.command.Report;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.ExitStatus;
import io.sleddog.cli.screen.Screen;
import io.sleddog.cli.screen.Style;
import io.sleddog.cli.screen.Tone;
import io.sleddog.plan.calls.ApiCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code forwarder deploy} and {@code update} say. */
final class DeployReport {
  private static final String INDENT = "  ";

  private final StackPlan plan;
  private final String region;
  private final List<ApiCall> calls;

  /**
   * A report.
   *
   * @param changeSet the name of the change set that is planned
   */
  DeployReport(StackPlan plan, String region, String changeSet) {
    this.plan = plan;
    this.region = region;
    this.calls = plan.calls(changeSet, true);
  }

  /** The plan alone. */
  Report planned(boolean isDryRun, boolean isFailing) {
    boolean isDifferent = isFailing && !plan.isEmpty();
    ObjectNode json = json(plan.isEmpty() ? "unchanged" : "planned").put("dryRun", isDryRun);
    return Report.of(
        isDifferent ? ExitStatus.FINDINGS : ExitStatus.OK,
        json,
        style -> {
          List<String> lines = lines(style);
          if (isDryRun) {
            lines.add("Dry run, nothing was changed.");
          }
          return lines;
        });
  }

  /** What became of the plan; people have seen the plan itself. */
  Report done(Deployment.Result result) {
    ObjectNode json = json(result.outcome()).put("dryRun", false);
    result.changes().ifPresent(it -> json.put("changeSet", it.name()).set("changes", it.json()));
    result.forwarder().ifPresent(it -> json.put("forwarder", it));
    ObjectNode outputs = json.putObject("outputs");
    result.stack().outputs().forEach(outputs::put);
    return Report.of(ExitStatus.OK, json, style -> outcome(result, style));
  }

  /** The plan for people. */
  List<String> lines(Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(
        style.paint(Tone.STRONG, Screen.harmless(plan.stack().name()))
            + INDENT
            + region
            + INDENT
            + (plan.isEmpty() ? "unchanged" : plan.action()));
    for (ApiCall call : calls) {
      lines.add(INDENT + style.paint(Tone.STRONG, call.call()) + detail(call));
      if (call.call().equals("CreateChangeSet")) {
        plan.parameters().changes().forEach(it -> lines.add(line(it, style)));
      }
    }
    if (!plan.isEmpty() && !plan.parameters().dropped().isEmpty()) {
      lines.add(INDENT + style.paint(Tone.WARN, "warning: ") + dropped());
    }
    return lines;
  }

  private String dropped() {
    return "the template has no parameters "
        + String.join(", ", plan.parameters().dropped())
        + "; what they say is lost";
  }

  private static String detail(ApiCall call) {
    Object bucket = call.input().get("Bucket");
    Object key = call.input().get("Key");
    return bucket == null ? "" : " " + bucket + (key == null ? "" : "/" + key);
  }

  private static String line(Parameters.Changed changed, Style style) {
    String before = changed.before();
    boolean isNew = before == null || before.isEmpty();
    String mark = isNew ? style.paint(Tone.GOOD, "[+]") : style.paint(Tone.WARN, "[~]");
    String from = isNew ? "" : before + " -> ";
    return "    " + mark + " " + changed.name() + INDENT + Screen.harmless(from + changed.after());
  }

  private List<String> outcome(Deployment.Result result, Style style) {
    List<String> lines = new ArrayList<>();
    String name = Screen.harmless(plan.stack().name());
    lines.add(style.paint(Tone.GOOD, result.outcome()) + INDENT + name);
    result.stack().outputs().forEach((key, value) -> lines.add(INDENT + key + INDENT + value));
    if (result.outcome().equals("prepared")) {
      lines.add(
          "Carry it out with: aws cloudformation execute-change-set --stack-name "
              + name
              + " --change-set-name "
              + result.changes().map(ChangeSet::name).orElse("")
              + " --region "
              + region);
    } else if (!plan.stack().isThere()) {
      lines.add(
          "Next: sleddog logs subscribe --log-group NAME --forwarder "
              + result.forwarder().orElse("ARN"));
      lines.add(
          "      sleddog lambda instrument -f NAME --forwarder "
              + result.forwarder().orElse("ARN"));
    }
    return lines;
  }

  private ObjectNode json(String outcome) {
    ObjectNode json =
        Json.object()
            .put("stack", plan.stack().name())
            .put("region", region)
            .put("action", plan.action())
            .put("outcome", outcome);
    ArrayNode list = json.putArray("plan");
    calls.forEach(it -> list.add(call(it)));
    ArrayNode parameters = json.putArray("parameters");
    for (Parameters.Changed it : plan.parameters().changes()) {
      parameters
          .addObject()
          .put("name", it.name())
          .put("before", it.before())
          .put("after", it.after());
    }
    json.set("dropped", Json.tree(plan.parameters().dropped()));
    return json;
  }

  private static JsonNode call(ApiCall call) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("call", call.call());
    members.put("input", call.input());
    members.put("reason", call.reason());
    return Json.tree(members);
  }
}
