package io.sleddog.lambda.span;

import io.sleddog.lambda.context.TraceContext;
import java.util.List;

/** Takes spans that have ended. */
public interface TraceSink {
  /** Writes spans of one trace, parents before their children. */
  void write(TraceContext context, List<ActiveSpan> spans);
}
