package io.sleddog.lambda.trigger;

import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.tag.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event tells about its source. Each question may be asked alone; one that meets an event
 * of unexpected shape leaves out what it cannot know.
 */
public interface Trigger {
  /** The source's name in Datadog's words, such as {@code api-gateway}; null if it is not known. */
  @Nullable String source();

  /** The ARN of the source as a tag's value; null if it is not known. */
  @Nullable Object sourceArn(FunctionArn function);

  /** Adds the tags that the function's span takes from the event, beyond the source. */
  default void tag(Tags tags) {}

  /** Whether the function's result is an HTTP response. */
  default boolean isHttp() {
    return false;
  }

  /** Where the event carries its trace context. */
  Carrier carrier();

  /** Where the records behind the first one carry theirs. */
  default List<Carrier> furtherCarriers() {
    return List.of();
  }

  /** Adds the spans of the services between the caller and the function, outermost first. */
  default void infer(List<InferredSpan> spans) {}

  /** What a stream of DynamoDB shows of each change; null for other sources. */
  default @Nullable String streamViewType() {
    return null;
  }

  /** Adds the things that the event says were written. */
  default void point(List<Pointer> pointers) {}
}
