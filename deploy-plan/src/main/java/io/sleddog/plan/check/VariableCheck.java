package io.sleddog.plan.check;

import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Settings;
import io.sleddog.plan.settings.Sites;
import io.sleddog.plan.settings.Variable;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Variables must have names that Lambda takes and values that the libraries understand. */
final class VariableCheck implements Rule {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]+");

  /** As in the Lambda developer guide, "Defined runtime environment variables". */
  private static final Set<String> RESERVED =
      Set.of(
          "_HANDLER",
          "_X_AMZN_TRACE_ID",
          "AWS_DEFAULT_REGION",
          "AWS_REGION",
          "AWS_EXECUTION_ENV",
          "AWS_LAMBDA_FUNCTION_NAME",
          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
          "AWS_LAMBDA_FUNCTION_VERSION",
          "AWS_LAMBDA_INITIALIZATION_TYPE",
          "AWS_LAMBDA_LOG_GROUP_NAME",
          "AWS_LAMBDA_LOG_STREAM_NAME",
          "AWS_ACCESS_KEY",
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "AWS_LAMBDA_RUNTIME_API",
          "LAMBDA_TASK_ROOT",
          "LAMBDA_RUNTIME_DIR");

  @Override
  public void apply(FunctionDescription function, Settings settings, Draft draft) {
    settings.variables().texts().forEach((name, text) -> check(name, text, draft));
  }

  private static void check(String name, Text text, Draft draft) {
    if (RESERVED.contains(name)) {
      draft.refuse(
          "reserved-name",
          "the variable " + name + " belongs to Lambda",
          "Take it out of the settings");
    } else if (!NAME.matcher(name).matches()) {
      draft.refuse(
          "variable-name",
          "\"" + name + "\" is no name of an environment variable",
          "Begin with a letter and go on with letters, digits and underscores");
    }
    for (Variable variable : Variable.values()) {
      if (variable.key().equals(name)) {
        check(variable, text, draft);
      }
    }
  }

  private static void check(Variable variable, Text text, Draft draft) {
    Optional<String> known = text.known().map(it -> it.toLowerCase(Locale.ROOT));
    if (variable.isMade()) {
      draft.refuse(
          "variable-made",
          "the variable " + variable.key() + " is not set by its name",
          "Set tags as tags, the handler on the function, and choose how to activate the layer");
    } else if (variable.isFlag() && known.filter(it -> !isFlag(it)).isPresent()) {
      draft.refuse("flag-value", variable.key() + " is \"" + text + "\"", "Give true or false");
    } else if (variable == Variable.SITE
        && known.filter(it -> !Sites.ALL.contains(it)).isPresent()) {
      draft.refuse(
          "site",
          "\"" + text + "\" is no Datadog site",
          "Give one of " + String.join(", ", Sites.ALL.stream().sorted().toList()));
    }
  }

  private static boolean isFlag(String text) {
    return text.equals("true") || text.equals("false");
  }
}
