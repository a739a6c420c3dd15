package io.sleddog.lambda;

import com.amazonaws.services.lambda.crac.Context;
import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.crac.Resource;
import io.sleddog.lambda.agent.Agent;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done around a snapshot of the sandbox (SnapStart): many sandboxes go on from one,
 * with the same memory.
 *
 * <p>The only class that knows the runtime's own checkpoints, which the user's {@code org.crac}
 * ends in too. It is registered before the user's resources, so it runs after them before the
 * snapshot, and before them after it.
 */
final class RestoreHook implements Resource {
  private final Instrumentation instrumentation;

  private RestoreHook(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /**
   * Registers a hook.
   *
   * @return the hook, to be kept, since the runtime does not keep it; null where the runtime has no
   *     such thing
   */
  static @Nullable Object register(Instrumentation instrumentation) {
    try {
      RestoreHook hook = new RestoreHook(instrumentation);
      Core.getGlobalContext().register(hook);
      return hook;
    } catch (LinkageError olderRuntime) {
      return null;
    }
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    Agent agent = instrumentation.agent();
    if (agent != null) {
      agent.pause();
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    instrumentation.restored(new SecureRandom().nextLong());
  }
}
