package io.sleddog.local.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One invocation that is over.
 *
 * @param requestId AWS's request id
 * @param function the function's name
 * @param event what it was given
 * @param payload what it answered, or the error's JSON; empty if there was no answer
 * @param status how it ended
 * @param errorType AWS's word for the failure, as {@code Runtime.ExitError}; null on success
 * @param timing when and how long
 * @param maxMemoryMb the most memory that the process has used since it started
 */
public record Invocation(
    String requestId,
    String function,
    Payload event,
    Payload payload,
    InvocationStatus status,
    @Nullable String errorType,
    Timing timing,
    int maxMemoryMb) {

  /** Whether the handler returned. */
  public boolean succeeded() {
    return status == InvocationStatus.SUCCESS;
  }

  /**
   * When an invocation ran and how long it took.
   *
   * @param startedAtMillis start, in milliseconds since the epoch
   * @param duration from the event's handing over to the end of the answer
   * @param init from the start of the process to its readiness; null if it was warm
   */
  public record Timing(long startedAtMillis, Duration duration, @Nullable Duration init) {

    /** Start of the process to first answer; the plain duration if it was warm. */
    public Duration total() {
      return init == null ? duration : duration.plus(init);
    }
  }
}
