package io.sleddog.plan.check;

import io.sleddog.plan.change.Change;
import io.sleddog.plan.model.Entries;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The changed function must fit into Lambda's limits: 4 KB of environment and 50 tags.
 *
 * <p>Lambda measures the environment as the JSON object that it is sent as. What is not known yet
 * counts as nothing (it may turn out not to be there), so only what is too large for certain is
 * refused.
 */
final class SizeCheck implements Rule {
  private static final int ENVIRONMENT_BYTES = 4096;
  private static final int TAGS = 50;

  /** Quotes around name and value, a colon between and a comma after them. */
  private static final int JSON_BYTES_PER_ENTRY = 6;

  @Override
  public void apply(FunctionDescription function, Settings settings, Draft draft) {
    int bytes = bytes(function.environment());
    if (changes(draft, Change.Variable.class) && bytes > ENVIRONMENT_BYTES) {
      draft.refuse(
          "environment-size",
          "its variables would take " + bytes + " bytes of the " + ENVIRONMENT_BYTES + " allowed",
          "Shorten or remove variables, or set fewer tags");
    }
    int tags = function.tags().texts().size();
    if (changes(draft, Change.Tag.class) && tags > TAGS) {
      draft.refuse(
          "tag-limit",
          "it would have " + tags + " AWS tags of the " + TAGS + " allowed",
          "Set fewer tags");
    }
  }

  private static boolean changes(Draft draft, Class<? extends Change> kind) {
    return draft.changes().stream().anyMatch(kind::isInstance);
  }

  private static int bytes(Entries environment) {
    int bytes = 1;
    for (Map.Entry<String, Text> entry : environment.texts().entrySet()) {
      int value = knownBytes(entry.getValue());
      boolean isCertain = value > 0 || entry.getValue().isKnown();
      bytes += isCertain ? JSON_BYTES_PER_ENTRY + bytes(entry.getKey()) + value : 0;
    }
    return bytes;
  }

  private static int knownBytes(Text text) {
    return text.resolved().parts().stream()
        .mapToInt(part -> part instanceof Text.Literal literal ? bytes(literal.text()) : 0)
        .sum();
  }

  private static int bytes(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return escaped.getBytes(StandardCharsets.UTF_8).length;
  }
}
