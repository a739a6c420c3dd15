package io.sleddog.plan.variables;

import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.record.FunctionRecord;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Precedence;
import io.sleddog.plan.settings.Settings;
import io.sleddog.plan.settings.Variable;
import java.util.Map;
import java.util.Optional;

/**
 * Merges the settings' tags into those the function has; {@code DD_TAGS} is replaced only if the
 * settings say so.
 */
final class DatadogTagsRule implements Rule {
  @Override
  public void apply(FunctionDescription function, Settings settings, Draft draft) {
    if (settings.tags().texts().isEmpty() || !function.environment().isOpen()) {
      return;
    }
    TagList own = settings.manner().isReplacingTags() ? TagList.empty() : own(function);
    TagList merged = own;
    for (Map.Entry<String, Text> tag : settings.tags().texts().entrySet()) {
      if (settings.manner().precedence() == Precedence.OVERWRITE || !own.has(tag.getKey())) {
        merged = merged.with(tag.getKey(), tag.getValue());
      }
    }
    String key = Variable.TAGS.key();
    Text after = merged.text();
    boolean isSame = function.environment().get(key).filter(it -> isSame(it, after)).isPresent();
    if (!isSame) {
      draft.setVariable(function, key, after, "adds the tags of the settings");
    }
  }

  /** The user's own tags: those before we added any, if that is recorded. */
  private static TagList own(FunctionDescription function) {
    String key = Variable.TAGS.key();
    Optional<String> recorded = FunctionRecord.of(function).variables().get(key);
    Optional<Text> own =
        recorded == null ? function.environment().get(key) : recorded.map(Text::of);
    return own.map(TagList::parse).orElse(TagList.empty());
  }

  private static boolean isSame(Text before, Text after) {
    return TagList.parse(before).text().sameAs(after);
  }
}
