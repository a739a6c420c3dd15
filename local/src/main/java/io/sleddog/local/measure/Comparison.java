package io.sleddog.local.measure;

/**
 * One function bare and under the layer.
 *
 * @param function the function's name
 * @param plan how often each was measured
 * @param bare without Sleddog
 * @param layered with it
 */
public record Comparison(String function, Plan plan, Times bare, Times layered) {

  /**
   * How often to measure.
   *
   * @param rounds fresh processes of each shape, one after the other in turn
   * @param settling invocations of each process that are not counted
   * @param warm invocations of each process that are
   */
  public record Plan(int rounds, int settling, int warm) {}
}
