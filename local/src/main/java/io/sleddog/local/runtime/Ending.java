package io.sleddog.local.runtime;

import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.Payload;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How one invocation came to its end, with the payload that the caller gets, as AWS words it. */
record Ending(InvocationStatus status, Payload payload, @Nullable String errorType) {
  private static final int SIGNAL_BASE = 128;

  static Ending answered(Signal.Answered answer) {
    return answer.failed()
        ? new Ending(InvocationStatus.ERROR, answer.payload(), null)
        : new Ending(InvocationStatus.SUCCESS, answer.payload(), null);
  }

  static Ending initFailed(Signal.InitFailed failure) {
    return new Ending(InvocationStatus.CRASH, failure.payload(), failure.errorType());
  }

  static Ending timedOut(String requestId, Duration limit) {
    String text =
        String.format(
            Locale.ROOT,
            "RequestId: %s Error: Task timed out after %.2f seconds",
            requestId,
            limit.toMillis() / 1000.0);
    return new Ending(InvocationStatus.TIMEOUT, error("Sandbox.Timedout", text), null);
  }

  static Ending exited(String requestId, int code) {
    String text = "RequestId: " + requestId + " Error: " + exitText(code);
    return new Ending(
        InvocationStatus.CRASH, error("Runtime.ExitError", text), "Runtime.ExitError");
  }

  private static String exitText(int code) {
    if (code == 0) {
      return "Runtime exited without providing a reason";
    }
    boolean killed = code == SIGNAL_BASE + 9;
    return "Runtime exited with error: " + (killed ? "signal: killed" : "exit status " + code);
  }

  private static Payload error(String type, String message) {
    String json = "{\"errorType\":\"" + type + "\",\"errorMessage\":\"" + message + "\"}";
    return Payload.of(json);
  }
}
