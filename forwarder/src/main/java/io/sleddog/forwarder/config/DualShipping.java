package io.sleddog.forwarder.config;

import java.util.List;

/**
 * Further organisations that get the same data, in the variables of Datadog's agent.
 *
 * @param logs where logs go too
 * @param metrics where metrics go too
 * @param traces where traces go too
 */
public record DualShipping(List<Extra> logs, List<Extra> metrics, List<Extra> traces) {

  /**
   * One more intake.
   *
   * @param url its full address
   * @param apiKey of its organisation
   * @param reliable whether an invocation fails if it does not take its share
   */
  public record Extra(String url, Secret apiKey, boolean reliable) {}
}
