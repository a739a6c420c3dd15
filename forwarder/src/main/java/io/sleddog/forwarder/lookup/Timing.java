package io.sleddog.forwarder.lookup;

import io.sleddog.forwarder.http.Pause;
import java.time.Clock;

/**
 * When tags are read, and by whom.
 *
 * @param ttlMillis how long they are good
 * @param clock says what is old
 * @param pause how to wait for another container
 * @param background who reads
 */
record Timing(long ttlMillis, Clock clock, Pause pause, Background background) {}
