package io.sleddog.local.agent;

import java.util.EnumMap;
import java.util.Map;

/**
 * Where an agent listens on 127.0.0.1. A port that was asked for must be free; a customary one that
 * another program has is done without.
 *
 * @param chosen the ports that were asked for, 0 for any free one
 * @param customary the others, as far as they are not the ones that everybody uses
 */
public record AgentPorts(Map<Inlet, Integer> chosen, Map<Inlet, Integer> customary) {
  /** Copies the maps. */
  public AgentPorts {
    chosen = Map.copyOf(chosen);
    customary = Map.copyOf(customary);
  }

  /** Those that were asked for; the others are the ones that everybody uses. */
  public AgentPorts(Map<Inlet, Integer> chosen) {
    this(chosen, Map.of());
  }

  /** Any free ports. */
  public static AgentPorts free() {
    Map<Inlet, Integer> ports = new EnumMap<>(Inlet.class);
    for (Inlet inlet : Inlet.values()) {
      ports.put(inlet, 0);
    }
    return new AgentPorts(ports);
  }

  int port(Inlet inlet) {
    return chosen.getOrDefault(inlet, customary.getOrDefault(inlet, inlet.customaryPort()));
  }

  boolean isChosen(Inlet inlet) {
    return chosen.containsKey(inlet);
  }
}
