package io.sleddog.local.logs;

import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.LogFormat;
import java.time.Duration;
import java.util.List;

/** The lines that Lambda itself writes into a function's log stream. */
interface PlatformLines {

  /** The lines in the given format. */
  static PlatformLines in(LogFormat format, FunctionIdentity function) {
    return format == LogFormat.JSON
        ? new JsonPlatformLines(function)
        : new TextPlatformLines(function);
  }

  /** An execution environment is started. */
  String initStart(long atMillis);

  /** It did not become ready. */
  String initFailed(long atMillis, Duration took, String errorType);

  /** An invocation begins. */
  String start(long atMillis, String requestId);

  /** What closes an invocation, in order. */
  List<String> end(long atMillis, Invocation invocation);
}
