package io.sleddog.forwarder.decode;

import io.sleddog.forwarder.model.Slice;
import org.jspecify.annotations.Nullable;

/**
 * An event of a subscription to CloudWatch Logs.
 *
 * @param data the packed logs; null if the event is another one
 * @param isRetry whether {@code retry} is true beside them
 */
record Subscription(@Nullable Slice data, boolean isRetry) {}
