package io.sleddog.plan.variables;

import io.sleddog.plan.model.Entries;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.record.FunctionRecord;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Precedence;
import io.sleddog.plan.settings.Settings;
import io.sleddog.plan.settings.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Labels the function with AWS tags, from which a forwarder learns service, environment and the
 * rest. What a variable of the function says, the tag says too.
 */
final class AwsTagsRule implements Rule {
  private static final int KEY_LENGTH = 128;
  private static final int VALUE_LENGTH = 256;

  /** As in the AWS guide on tagging, "Tag naming limits and requirements". */
  private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

  @Override
  public void apply(FunctionDescription function, Settings settings, Draft draft) {
    Map<String, Text> wanted = wanted(function, settings);
    if (!function.tags().isOpen() && !wanted.isEmpty()) {
      draft.warn(
          "tags-closed",
          "its tags are one expression, to which none can be added",
          "Write the tags one by one, with expressions as their values");
      return;
    }
    wanted.forEach((key, text) -> label(function, settings, key, text, draft));
  }

  private static Map<String, Text> wanted(FunctionDescription function, Settings settings) {
    Map<String, Text> wanted = new LinkedHashMap<>();
    if (settings.forwarder() != null) {
      Entries environment = function.environment();
      environment.get(Variable.SERVICE.key()).ifPresent(it -> wanted.put("service", it));
      environment.get(Variable.ENV.key()).ifPresent(it -> wanted.put("env", it));
      environment.get(Variable.VERSION.key()).ifPresent(it -> wanted.put("version", it));
      settings.tags().texts().forEach(wanted::putIfAbsent);
    }
    if (settings.manner().tool() != null) {
      wanted.put(Settings.TOOL_TAG, Text.of(settings.manner().tool()));
    }
    return wanted;
  }

  private static void label(
      FunctionDescription function, Settings settings, String key, Text text, Draft draft) {
    if (!isAllowed(key, text)) {
      draft.warn(
          "tag-not-aws",
          "AWS takes no tag \"" + key + ":" + text + "\", so that one is in DD_TAGS alone",
          "Use letters, digits, blanks and _ . : / = + - @ only, and no key that begins with aws:");
      return;
    }
    boolean isOurs =
        key.equals(Settings.TOOL_TAG)
            || settings.manner().precedence() == Precedence.OVERWRITE
            || FunctionRecord.of(function).hasTag(key);
    boolean isAbsent = function.tags().get(key).isEmpty();
    boolean isSame = function.tags().get(key).filter(text::sameAs).isPresent();
    if (isAbsent || (isOurs && !isSame)) {
      draft.setTag(function, key, text, "labels the function for the forwarder");
    }
  }

  private static boolean isAllowed(String key, Text text) {
    return key.length() <= KEY_LENGTH
        && !key.startsWith("aws:")
        && ALLOWED.matcher(key).matches()
        && text.known()
            .filter(it -> it.length() > VALUE_LENGTH || !ALLOWED.matcher(it).matches())
            .isEmpty();
  }
}
