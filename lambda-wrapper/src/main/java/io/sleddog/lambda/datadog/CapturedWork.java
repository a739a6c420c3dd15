package io.sleddog.lambda.datadog;

import datadog.trace.context.TraceScope;

/** The span that was current where the function captured it. */
final class CapturedWork implements TraceScope.Continuation {
  private final Work.Handover handover;

  CapturedWork(Work.Handover handover) {
    this.handover = handover;
  }

  @Override
  public TraceScope.Continuation hold() {
    return this;
  }

  @Override
  public TraceScope activate() {
    return handover.resume()::run;
  }

  @Override
  public void cancel() {
    // Nothing waits for it.
  }
}
