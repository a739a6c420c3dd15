package io.sleddog.cli.subject;

import io.sleddog.cli.problem.Problem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function as a user names it: by name, by ARN, or by the ARN's end from the account on.
 *
 * @param text what Lambda takes for the function's name, without version or alias
 * @param name the bare name
 * @param region the region, if the text has it
 */
record FunctionName(String text, String name, Optional<String> region) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<head>(?:arn:[^:]+:lambda:(?<region>[^:]+):)?(?:\\d{12}:function:)?)"
              + "(?<name>[A-Za-z0-9_-]+)(?::(?<qualifier>[$\\w-]+))?");

  /**
   * Takes a name apart.
   *
   * @throws Problem if it is no name of a function, or names a version or an alias of one
   */
  static FunctionName parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || (text.startsWith("arn:") && !text.contains(":function:"))) {
      throw Problem.usage(
          "function-name",
          "\"" + text + "\" is no name and no ARN of a Lambda function",
          "Give a name such as orders, a pattern such as 'orders-*', or a whole ARN");
    }
    String qualifier = matcher.group("qualifier");
    if (qualifier != null && !qualifier.equals("$LATEST")) {
      throw Problem.usage(
          "function-version",
          text + " names a version or an alias, and a published version never changes",
          "Name the function alone; with --publish --alias NAME the alias moves to a new version");
    }
    String name = matcher.group("name");
    return new FunctionName(
        matcher.group("head") + name, name, Optional.ofNullable(matcher.group("region")));
  }
}
