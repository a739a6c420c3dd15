package io.sleddog.local.live;

import java.util.Map;
import java.util.TreeMap;

/** What is no longer kept, by function. */
public record Evicted(Map<String, Integer> byFunction) {
  /** Nothing yet. */
  public static final Evicted NONE = new Evicted(Map.of());

  /** Copies the map. */
  public Evicted {
    byFunction = Map.copyOf(byFunction);
  }

  /** How many rides in all. */
  public int rides() {
    return byFunction.values().stream().mapToInt(Integer::intValue).sum();
  }

  Evicted plus(String function) {
    Map<String, Integer> more = new TreeMap<>(byFunction);
    more.merge(function, 1, Integer::sum);
    return new Evicted(more);
  }
}
