package io.sleddog.lambda.trigger;

import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.json.Json;

/** A task of a state machine whose definition passes on its context object. */
public final class StepFunctions implements Trigger {
  private final Json context;

  private StepFunctions(Json context) {
    this.context = context;
  }

  /** Whether this is the context object of an execution, in the newer or the older form. */
  public static boolean isContext(Json object) {
    return object.get("Execution").isObject()
        && object.get("StateMachine").isObject()
        && object.get("State").isObject();
  }

  /** The context object inside an event; missing if there is none. */
  static Json find(Json event) {
    Json payload = event.get("Payload");
    Json inner = payload.isObject() ? payload : event;
    Json named = inner.get("_datadog");
    if (isContext(named) && named.get("serverless-version").exists()) {
      return named;
    }
    return isContext(inner) ? inner : Json.MISSING;
  }

  static StepFunctions of(Json context) {
    return new StepFunctions(context);
  }

  @Override
  public String source() {
    return "states";
  }

  @Override
  public Json sourceArn(FunctionArn function) {
    return context.get("StateMachine").get("Id");
  }

  @Override
  public Carrier carrier() {
    return Carrier.of(context);
  }
}
