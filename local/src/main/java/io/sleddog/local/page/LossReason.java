package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.Trip;
import io.sleddog.local.model.Delivery;
import io.sleddog.local.model.IntakeRequest;
import java.util.List;

/**
 * Why something of an invocation has not arrived, as far as it can be seen from outside.
 *
 * @param rule the rule that says so
 * @param what what was seen
 * @param remedy what to do about it
 */
record LossReason(String rule, String what, String remedy) {
  /** Where logs are sent to. */
  static final String LOGS = "/api/v2/logs";

  /** Where values are sent to. */
  static final String METRICS = "/api/v1/distribution_points";

  /** Where spans are sent to. */
  static final String TRACES = "/api/v0.2/traces";

  private static final int EXCERPT = 200;

  /**
   * The reason for things of one kind.
   *
   * @param path where things of this kind are sent to
   */
  static LossReason of(Trip trip, String path) {
    List<IntakeRequest> refused =
        trip.refused().stream().filter(request -> request.path().equals(path)).toList();
    if (!refused.isEmpty()) {
      return ofAnswer(refused.get(refused.size() - 1));
    }
    boolean failed = trip.ride().deliveries().stream().anyMatch(one -> !one.succeeded());
    if (failed) {
      String answer =
          trip.ride().deliveries().stream().map(LossReason::answer).findFirst().orElse("");
      return new LossReason(
          "SD-FWD-016", "The forwarder failed: " + answer, "See its run and its own log lines.");
    }
    return new LossReason(
        "SD-FWD-019",
        "The forwarder sent nothing for it",
        "A filter or switch may drop it (EXCLUDE_AT_MATCH, INCLUDE_AT_MATCH, DD_FORWARD_LOG), or the"
            + " line is not of the format.");
  }

  private static String answer(Delivery delivery) {
    String text = delivery.forwarder().invocation().payload().text();
    return text.length() > EXCERPT ? text.substring(0, EXCERPT) + " …" : text;
  }

  private static LossReason ofAnswer(IntakeRequest request) {
    int status = request.status();
    String what =
        status == 0
            ? "The connection to " + request.path() + " was cut"
            : "The intake answered " + status + " to " + request.path();
    return new LossReason("SD-INTAKE-" + status, what, remedy(status));
  }

  private static String remedy(int status) {
    return switch (status) {
      case 400 -> "The intake could not read it: look at the request's body.";
      case 401, 403 -> "Set an API key of this site: DD_API_KEY and DD_SITE belong together.";
      case 413 -> "The batch is too large for the intake: a single item must stay below 1 MB.";
      default -> "The forwarder tries again and then spills; mend the intake and replay.";
    };
  }

  ObjectNode json() {
    return Json.object().put("rule", rule).put("what", what).put("remedy", remedy);
  }
}
