package io.sleddog.lambda.agent;

import io.sleddog.lambda.json.Json;
import java.util.HashMap;
import java.util.Map;

/**
 * Which part of the traces the Agent wants kept, by service and environment, as it says in its
 * answers; all of them until it has said something. Safe for use by several threads.
 */
final class AgentRates {
  private static final String DEFAULT = "service:,env:";

  private volatile Map<String, Double> rates = Map.of();

  /** Reads an answer; one without rates changes nothing. */
  void learn(Json answer) {
    Json told = answer.get("rate_by_service");
    if (!told.isObject()) {
      return;
    }
    Map<String, Double> learned = new HashMap<>();
    Json name = told.first();
    while (name.exists()) {
      double rate = name.next().decimal(-1);
      if (rate >= 0 && rate <= 1) {
        learned.put(String.valueOf(name.text()), rate);
      }
      name = name.next().next();
    }
    if (!learned.isEmpty()) {
      rates = learned;
    }
  }

  /** The part to keep, from 0 to 1; negative if the Agent did not say. */
  double rate(String service, String environment) {
    Map<String, Double> known = rates;
    Double own = known.get("service:" + service + ",env:" + environment);
    Double rate = own == null ? known.get(DEFAULT) : own;
    return rate == null ? -1 : rate;
  }
}
