package io.sleddog.cli.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.command.Envelope;
import io.sleddog.cli.json.Json;
import io.sleddog.plan.calls.ApiCall;
import io.sleddog.plan.change.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Jobs and their outcomes for programs; what may be secret is hidden. */
public final class JobJson {
  private JobJson() {}

  /**
   * A job with its outcome.
   *
   * @param member the name of the member that holds the subject, such as {@code function}
   */
  static ObjectNode of(JobResult result, String member) {
    Job job = result.job();
    ObjectNode json =
        Json.object()
            .put(member, job.subject())
            .put("region", job.region())
            .put("outcome", result.outcome().word());
    json.set("plan", plan(job));
    json.set("warnings", findings(job.plan().warnings()));
    json.set("refusals", findings(job.plan().refusals()));
    if (result.outcome() == Outcome.FAILED || result.outcome() == Outcome.BEGUN) {
      json.put("callsMade", result.made());
    }
    result.problem().ifPresent(it -> json.set("error", Envelope.error(it)));
    return json;
  }

  /** The calls of a job, in their order. */
  public static ArrayNode plan(Job job) {
    ArrayNode plan = Json.array();
    job.calls().forEach(it -> plan.add(call(it)));
    return plan;
  }

  private static JsonNode call(ApiCall call) {
    ApiCall masked = call.masked();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("call", masked.call());
    members.put("input", masked.input());
    members.put("reason", masked.reason());
    return Json.tree(members);
  }

  /** What is to be known of a plan. */
  public static ArrayNode findings(List<Finding> findings) {
    ArrayNode list = Json.array();
    findings.forEach(
        it ->
            list.addObject()
                .put("id", it.id())
                .put("message", it.message())
                .put("remedy", it.remedy()));
    return list;
  }
}
