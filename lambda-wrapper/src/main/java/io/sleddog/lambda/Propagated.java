package io.sleddog.lambda;

import java.util.concurrent.Callable;

/** Work that another thread does for the span that was current where the work was handed over. */
final class Propagated<T> implements Runnable, Callable<T> {
  private final Callable<T> work;
  private final Scope origin;

  Propagated(Callable<T> work, Scope origin) {
    this.work = work;
    this.origin = origin;
  }

  @Override
  public T call() throws Exception {
    Scope scope = origin.reenter();
    try {
      return work.call();
    } finally {
      scope.leaveWithAllInside();
    }
  }

  @Override
  public void run() {
    try {
      call();
    } catch (RuntimeException | Error users) {
      throw users;
    } catch (Exception impossible) {
      throw new IllegalStateException("a Runnable throws nothing checked", impossible);
    }
  }
}
