package io.sleddog.plan.code;

import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Variable;
import java.util.Optional;

/** What the two ways of activation look like on a function. */
final class Redirect {
  /** The layer's handler. */
  static final String HANDLER = "io.sleddog.lambda.LayerHandler::handleRequest";

  /** The layer's script. */
  static final String SCRIPT = "/opt/sleddog";

  private static final String HANDLER_CLASS = HANDLER.substring(0, HANDLER.indexOf("::"));

  private Redirect() {}

  /** Whether the handler is the layer's for certain. */
  static boolean isOn(FunctionDescription function) {
    Text handler = function.code().handler();
    return handler != null && (handler.is(HANDLER) || handler.is(HANDLER_CLASS));
  }

  /** Whether the layer's script starts the runtime for certain. */
  static boolean isScriptOn(FunctionDescription function) {
    return script(function).filter(it -> it.is(SCRIPT)).isPresent();
  }

  /** The script that starts the runtime, ours or another. */
  static Optional<Text> script(FunctionDescription function) {
    return function.environment().get(Variable.EXEC_WRAPPER.key());
  }

  /** The user's handler behind the layer's. */
  static Optional<Text> target(FunctionDescription function) {
    return function.environment().get(Variable.HANDLER.key());
  }
}
