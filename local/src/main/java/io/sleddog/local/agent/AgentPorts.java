package io.sleddog.local.agent;

/**
 * Where an agent listens on 127.0.0.1; 0 stands for any free port.
 *
 * @param dogstatsd the UDP port of DogStatsD, 8125 by custom
 * @param trace the TCP port of the trace agent, 8126 by custom
 */
public record AgentPorts(int dogstatsd, int trace) {}
