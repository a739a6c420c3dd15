package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;

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

  ObjectNode json() {
    return Json.object().put("rule", rule).put("what", what).put("remedy", remedy);
  }
}
