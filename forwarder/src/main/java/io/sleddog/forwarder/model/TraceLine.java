package io.sleddog.forwarder.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line that a tracer wrote.
 *
 * @param text the line, for the case that it must be stored
 * @param spans its spans, in the line's order
 * @param tags the tags of the log that held it
 * @param function the function that wrote it; null if unknown
 */
public record TraceLine(String text, List<Span> spans, Tags tags, @Nullable Arn function)
    implements Item {}
