package io.sleddog.local;

import io.sleddog.local.aws.Inbox;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.Payload;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** For a single function: nobody hears what it sends. */
enum NoInbox implements Inbox {
  /** The one. */
  INSTANCE;

  @Override
  public void take(String function, Payload event, Consumer<Invocation> after) {
    // there is no other function
  }

  @Override
  public Optional<Invocation> call(String function, Payload event, @Nullable String clientContext) {
    return Optional.empty();
  }

  @Override
  public void lost(String where) {
    // as was to be expected
  }
}
