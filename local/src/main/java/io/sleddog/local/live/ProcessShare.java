package io.sleddog.local.live;

/**
 * What of a process's telemetry belongs together.
 *
 * @param name the service; the way it came if it names none
 * @param traceId the lower half of the trace's id; 0 if it belongs to none
 * @param minute when it was received, in minutes since the epoch; 0 if it belongs to a trace
 */
record ProcessShare(String name, long traceId, long minute) {}
