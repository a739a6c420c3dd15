package io.sleddog.forwarder;

import com.amazonaws.services.lambda.crac.Context;
import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.crac.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done around a snapshot of the sandbox (SnapStart): many sandboxes go on from one,
 * perhaps weeks later. The only class that knows the runtime's checkpoints.
 *
 * <p>The addresses of hosts that were found before a snapshot are forgotten by the runtime itself.
 */
final class RestoreHook implements Resource {
  private final Rehearsal rehearsal;
  private final Pipeline pipeline;

  private RestoreHook(Rehearsal rehearsal, Pipeline pipeline) {
    this.rehearsal = rehearsal;
    this.pipeline = pipeline;
  }

  /**
   * Registers a hook.
   *
   * @return the hook, to be kept, since the runtime does not keep it; null where the runtime has no
   *     such thing
   */
  static @Nullable Object register(Rehearsal rehearsal, Pipeline pipeline) {
    try {
      RestoreHook hook = new RestoreHook(rehearsal, pipeline);
      Core.getGlobalContext().register(hook);
      return hook;
    } catch (LinkageError olderRuntime) {
      return null;
    }
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    rehearsal.run();
    pipeline.beforeSnapshot();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    pipeline.restored();
  }
}
