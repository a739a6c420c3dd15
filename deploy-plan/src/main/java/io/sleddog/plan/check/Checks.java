package io.sleddog.plan.check;

import io.sleddog.plan.model.Place;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Settings;
import java.util.List;

/** The checks, in the two groups in which they are made. */
public final class Checks {
  private Checks() {}

  /** Of the settings: made before the rules that act on them. */
  public static List<Rule> ofSettings() {
    return List.of(
        (function, settings, draft) -> ofSubscription(function.place(), settings, draft),
        (function, settings, draft) -> ArnCheck.layer(settings, function.place(), draft),
        new VariableCheck(),
        new TagCheck());
  }

  /** Of what the settings say about log groups: also made where there is no function. */
  public static void ofSubscription(Place place, Settings settings, Draft draft) {
    ArnCheck.forwarder(settings, place, draft);
    LogGroupWishCheck.check(settings.logGroup(), draft);
  }

  /** Of the function as it will be: made after all rules that change it. */
  public static List<Rule> ofResult() {
    return List.of(new SizeCheck());
  }
}
