package io.sleddog.lambda.context;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.trigger.StepFunctions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trace context of a state machine's task. Nothing traced passes through Step Functions, so
 * both sides compute the ids from the execution's and the state's names.
 */
final class StepFunctionContext {
  private StepFunctionContext() {}

  /** The context that the object tells; null if it is no context object of an execution. */
  static @Nullable TraceContext tryParse(Json object) {
    if (!StepFunctions.isContext(object)) {
      return null;
    }
    String execution = object.get("Execution").get("Id").text();
    Json state = object.get("State");
    String name = state.get("Name").text();
    String entered = state.get("EnteredTime").text();
    if (execution == null || name == null || entered == null) {
      return null;
    }
    long parentId = high(hash(execution + "#" + name + "#" + entered + attempt(object)));
    Json root = object.get("Execution").get("Input").get("_datadog");
    return "v1".equals(object.get("serverless-version").text())
        ? below(object, object.get("RootExecutionId").text(), execution, parentId)
        : below(root, null, execution, parentId);
  }

  /** Tells a state's first run from its repetitions. */
  private static String attempt(Json object) {
    long retries = object.get("State").get("RetryCount").integer(0);
    long redrives = object.get("Execution").get("RedriveCount").integer(0);
    return retries == 0 && redrives == 0 ? "" : "#" + retries + "#" + redrives;
  }

  /**
   * The trace that a traced caller of the state machine passed on, or one by the execution's name.
   */
  private static TraceContext below(
      Json carrier, @Nullable String rootExecution, String execution, long parentId) {
    long traceId = unsigned(carrier.get("x-datadog-trace-id").scalar());
    if (traceId != 0) {
      String tags = carrier.get("x-datadog-tags").text();
      Baggage baggage = new Baggage(null, TraceTags.toKeep(tags), null, List.of());
      return new TraceContext(TraceTags.traceIdHigh(tags), traceId, parentId, 1, baggage);
    }
    ByteBuffer hash = hash(rootExecution == null ? execution : rootExecution);
    return new TraceContext(high(hash), low(hash), parentId, 1, Baggage.NONE);
  }

  private static long unsigned(@Nullable String text) {
    try {
      return text == null ? 0 : Long.parseUnsignedLong(text);
    } catch (NumberFormatException notAnId) {
      return 0;
    }
  }

  private static long high(ByteBuffer hash) {
    return nonZero(hash.getLong(0));
  }

  private static long low(ByteBuffer hash) {
    return nonZero(hash.getLong(8));
  }

  private static long nonZero(long value) {
    return Math.max(1, value & Long.MAX_VALUE);
  }

  private static ByteBuffer hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
