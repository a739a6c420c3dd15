package io.sleddog.local.model;

import org.jspecify.annotations.Nullable;

/**
 * One event of a log stream.
 *
 * @param id unique in the log group
 * @param timestampMillis milliseconds since the epoch
 * @param message the text as it was written, with its line end
 * @param requestId the invocation during which it was written; null between invocations
 */
public record LogEvent(
    String id, long timestampMillis, String message, @Nullable String requestId) {}
