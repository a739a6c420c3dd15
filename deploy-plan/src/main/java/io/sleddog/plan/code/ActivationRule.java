package io.sleddog.plan.code;

import io.sleddog.plan.change.Change;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.record.FunctionRecord;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Activation;
import io.sleddog.plan.settings.Precedence;
import io.sleddog.plan.settings.Settings;
import io.sleddog.plan.settings.Variable;
import java.util.Optional;

/** Switches the wrapper on in a Java function, once, in the way the user wants. */
final class ActivationRule implements Rule {
  @Override
  public void apply(FunctionDescription function, Settings settings, Draft draft) {
    boolean isJava = RuntimeKind.of(function.code()) == RuntimeKind.JAVA;
    if (!isJava || settings.manner().activation() == Activation.IN_CODE) {
      return;
    }
    if (!function.environment().isOpen()) {
      return;
    }
    if (settings.manner().activation() == Activation.REDIRECT) {
      redirect(function, settings, draft);
    } else {
      script(function, settings, draft);
    }
  }

  private static void redirect(FunctionDescription function, Settings settings, Draft draft) {
    Text handler = function.code().handler();
    if (handler == null) {
      draft.refuse("handler-missing", "it has no handler", "Give it one");
    } else if (Redirect.isOn(function)) {
      targetIsThere(function, draft);
    } else if (!Redirect.isScriptOn(function)) {
      redirect(function, handler, settings, draft);
    } else if (isOurs(function, settings, Variable.EXEC_WRAPPER)) {
      draft.setVariable(
          function, Variable.EXEC_WRAPPER.key(), null, "the handler is redirected instead");
      redirect(function, handler, settings, draft);
    } else {
      activatedOtherwise("the layer's script starts it", draft);
    }
  }

  private static void redirect(
      FunctionDescription function, Text handler, Settings settings, Draft draft) {
    Optional<Text> target = Redirect.target(function);
    boolean isFree = target.isEmpty() || isOurs(function, settings, Variable.HANDLER);
    if (!isFree && !target.get().sameAs(handler)) {
      draft.refuse(
          "target-taken",
          "DD_LAMBDA_HANDLER is " + target.get() + " already, its handler " + handler,
          "Remove the variable DD_LAMBDA_HANDLER");
      return;
    }
    String key = Variable.HANDLER.key();
    draft.setVariable(function, key, handler, "keeps the user's handler for the layer's");
    Text ours = Text.of(Redirect.HANDLER);
    draft.add(new Change.Handler(handler, ours, "lets the layer's handler run the user's"));
  }

  private static void targetIsThere(FunctionDescription function, Draft draft) {
    if (Redirect.target(function).isEmpty()) {
      draft.refuse(
          "redirect-without-target",
          "its handler is the layer's, and DD_LAMBDA_HANDLER names none of its own",
          "Set DD_LAMBDA_HANDLER, or set its own handler again");
    }
  }

  private static void script(FunctionDescription function, Settings settings, Draft draft) {
    Optional<Text> script = Redirect.script(function);
    if (Redirect.isScriptOn(function)) {
      return;
    }
    if (script.isPresent()) {
      draft.refuse(
          "exec-wrapper-taken",
          "AWS_LAMBDA_EXEC_WRAPPER is " + script.get() + " already, and there can be one only",
          "Redirect the handler instead");
    } else if (!Redirect.isOn(function)) {
      script(function, draft);
    } else if (isOurs(function, settings, Variable.HANDLER)) {
      Deactivation.restoreHandler(function, draft);
      draft.setVariable(function, Variable.HANDLER.key(), null, "the script is used instead");
      script(function, draft);
    } else {
      activatedOtherwise("its handler is the layer's", draft);
    }
  }

  private static void script(FunctionDescription function, Draft draft) {
    Text ours = Text.of(Redirect.SCRIPT);
    String reason = "lets the layer's script start the function";
    draft.setVariable(function, Variable.EXEC_WRAPPER.key(), ours, reason);
  }

  private static void activatedOtherwise(String how, Draft draft) {
    draft.warn(
        "activated-otherwise",
        how + " already, which stays",
        "Take that back first to have it activated in another way");
  }

  private static boolean isOurs(
      FunctionDescription function, Settings settings, Variable variable) {
    return settings.manner().precedence() == Precedence.OVERWRITE
        || FunctionRecord.of(function).hasVariable(variable.key());
  }
}
