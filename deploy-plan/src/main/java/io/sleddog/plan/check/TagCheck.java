package io.sleddog.plan.check;

import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Settings;

/** Tags must survive being written as {@code key:value,key:value}. */
final class TagCheck implements Rule {
  @Override
  public void apply(FunctionDescription function, Settings settings, Draft draft) {
    settings.tags().texts().forEach((key, text) -> check(key, text, draft));
  }

  private static void check(String key, Text text, Draft draft) {
    boolean isKey = !key.isBlank() && key.indexOf(':') < 0 && key.indexOf(',') < 0;
    boolean isValue = text.known().filter(it -> it.isEmpty() || it.contains(",")).isEmpty();
    if (!isKey || !isValue) {
      draft.refuse(
          "tag-syntax",
          "the tag \"" + key + ":" + text + "\" cannot be written to DD_TAGS",
          "Give a key without colon and comma, and a value that is not empty and has no comma");
    }
  }
}
