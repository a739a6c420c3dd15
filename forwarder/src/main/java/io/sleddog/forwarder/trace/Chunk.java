package io.sleddog.forwarder.trace;

import io.sleddog.forwarder.model.Span;
import java.util.List;

/**
 * Spans of one trace, ready for the intake.
 *
 * @param env the environment they belong to; {@code none} if unknown
 * @param priority the sampling decision: -1 and 0 drop, 1 and 2 keep
 * @param spans at least one, in the order in which they were written
 */
public record Chunk(String env, int priority, List<Span> spans) {}
