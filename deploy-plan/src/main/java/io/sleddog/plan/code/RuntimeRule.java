package io.sleddog.plan.code;

import io.sleddog.plan.model.Code;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Settings;

/** Says what a function whose code the layer cannot wrap gets instead, and what its user can do. */
final class RuntimeRule implements Rule {
  private static final String REST = "; its handler and layers stay, all else is done";

  @Override
  public void apply(FunctionDescription function, Settings settings, Draft draft) {
    switch (RuntimeKind.of(function.code())) {
      case JAVA -> {}
      case OLD_JAVA -> oldJava(runtime(function.code()), draft);
      case OS_ONLY -> osOnly(runtime(function.code()), draft);
      case OTHER -> other(runtime(function.code()), draft);
      case IMAGE -> image(draft);
      case UNKNOWN -> unknown(runtime(function.code()), draft);
    }
  }

  private static void oldJava(String runtime, Draft draft) {
    draft.warn(
        "java-too-old",
        "the layer needs Java " + RuntimeKind.OLDEST_JAVA + ", the runtime is " + runtime + REST,
        "Move the function to a newer Java runtime");
  }

  private static void osOnly(String runtime, Draft draft) {
    draft.warn(
        "os-only-runtime",
        "the runtime " + runtime + " loads no Java layer" + REST,
        "Build the library into the program and wrap the handler in code");
  }

  private static void other(String runtime, Draft draft) {
    draft.warn(
        "not-java",
        "the layer is for Java, the runtime is " + runtime + REST,
        "Wrap the handler with Datadog's library for that language, or exclude the function");
  }

  private static void image(Draft draft) {
    draft.warn(
        "image",
        "it is a container image" + REST,
        "Put the layer's java/lib into the image's /opt/java/lib, set CMD to "
            + Redirect.HANDLER
            + " and ENV DD_LAMBDA_HANDLER to your own handler");
  }

  private static void unknown(String runtime, Draft draft) {
    draft.warn(
        "runtime-unknown",
        "only the deployment knows its runtime (" + runtime + ") or package type" + REST,
        "Write both as plain text");
  }

  private static String runtime(Code code) {
    Text runtime = code.runtime();
    return runtime == null ? "none given" : runtime.toString();
  }
}
