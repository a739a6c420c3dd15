package io.sleddog.local.aws;

import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.Payload;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes what is sent to functions. Called on the threads of the senders' requests. */
public interface Inbox {
  /** An event that a function is to get; nobody waits for the answer. */
  default void take(String function, Payload event) {
    take(function, event, invocation -> {});
  }

  /**
   * An event that a function is to get.
   *
   * @param after is told when the function has ended, perhaps on another thread
   */
  void take(String function, Payload event, Consumer<Invocation> after);

  /**
   * Invokes a function and waits for its answer.
   *
   * @param clientContext the caller's client context as JSON; null if it sent none
   * @return the invocation; empty if there is no such function
   */
  Optional<Invocation> call(String function, Payload event, @Nullable String clientContext)
      throws InterruptedException;

  /** Something was sent to where nobody listens, such as {@code the queue orders}. */
  void lost(String where);
}
