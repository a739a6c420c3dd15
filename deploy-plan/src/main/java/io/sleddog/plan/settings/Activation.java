package io.sleddog.plan.settings;

/** How the wrapper comes to run in a Java function. */
public enum Activation {
  /** The handler becomes the layer's, the user's own goes to {@code DD_LAMBDA_HANDLER}. */
  REDIRECT,
  /** The layer's script starts the runtime: {@code AWS_LAMBDA_EXEC_WRAPPER=/opt/sleddog}. */
  EXEC_SCRIPT,
  /** The user's code wraps its handler itself, so neither handler nor script is set. */
  IN_CODE
}
