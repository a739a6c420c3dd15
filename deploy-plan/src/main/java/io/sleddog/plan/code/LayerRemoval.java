package io.sleddog.plan.code;

import io.sleddog.plan.change.Change;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Layers;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.record.FunctionRecord;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the layer off, or puts the version back that was there before. */
final class LayerRemoval implements Rule {
  @Override
  public void apply(FunctionDescription function, Settings settings, Draft draft) {
    Map<String, Optional<String>> before = earlier(function, settings);
    List<Text> after = new ArrayList<>();
    for (Text arn : function.layers().arns()) {
      Optional<String> name = Layers.nameOf(arn).filter(before::containsKey);
      if (name.isEmpty()) {
        after.add(arn);
      } else {
        before.getOrDefault(name.get(), Optional.empty()).map(Text::of).ifPresent(after::add);
      }
    }
    if (!after.equals(function.layers().arns())) {
      draft.add(new Change.LayerList(function.layers().arns(), after, "takes the layer off again"));
    }
  }

  /** What the record says was in the layer's place, by its name; without a record, nothing was. */
  private static Map<String, Optional<String>> earlier(
      FunctionDescription function, Settings settings) {
    FunctionRecord record = FunctionRecord.of(function);
    if (!record.isEmpty()) {
      return record.layers();
    }
    Map<String, Optional<String>> ours = new LinkedHashMap<>();
    ours.put(Layers.OURS, Optional.empty());
    if (settings.layer() != null) {
      Layers.nameOf(settings.layer()).ifPresent(name -> ours.put(name, Optional.empty()));
    }
    return ours;
  }
}
