package io.sleddog.cdk.stepfunctions;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a task of a state machine hands on, so that the function or the state machine it starts
 * joins its trace. For definitions in JSONPath; the fields are those of the context object (AWS
 * Step Functions developer guide, "Accessing execution data from the Context object").
 */
public final class TraceContext {
  private static final Map<String, String> FOR_LAMBDA =
      Map.of(
          "Execution.$", "$$.Execution",
          "State.$", "$$.State",
          "StateMachine.$", "$$.StateMachine");

  private static final Map<String, String> FOR_STATE_MACHINE =
      Map.of("CONTEXT.$", "$$['Execution', 'State', 'StateMachine']");

  private TraceContext() {}

  /**
   * The payload of a function's task with the context beside it.
   *
   * @throws IllegalArgumentException if the payload has other values under {@code Execution},
   *     {@code State} or {@code StateMachine}
   */
  public static Map<String, Object> inPayload(Map<String, ?> payload) {
    return joined(payload, FOR_LAMBDA);
  }

  /**
   * The input of a task that starts another state machine, with the context in it.
   *
   * @throws IllegalArgumentException if the input has another value under {@code CONTEXT}
   */
  public static Map<String, Object> inInput(Map<String, ?> input) {
    return joined(input, FOR_STATE_MACHINE);
  }

  private static Map<String, Object> joined(Map<String, ?> own, Map<String, String> context) {
    Map<String, Object> joined = new LinkedHashMap<>(own);
    context.forEach(
        (key, path) -> {
          Object before = joined.put(key, path);
          boolean isTaken = before != null && !before.equals(path);
          if (isTaken || own.containsKey(key.substring(0, key.length() - 2))) {
            throw new IllegalArgumentException(
                "The task has a value of its own under \""
                    + key
                    + "\", where the trace's context goes. Give yours another name");
          }
        });
    return joined;
  }
}
