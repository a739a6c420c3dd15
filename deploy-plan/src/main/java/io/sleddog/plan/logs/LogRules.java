package io.sleddog.plan.logs;

import io.sleddog.plan.rule.Rule;
import java.util.List;

/** The rules for a function's own log. */
public final class LogRules {
  private LogRules() {}

  /** Subscribes the forwarder. */
  public static List<Rule> instrument() {
    return List.of(
        (function, settings, draft) ->
            Subscription.subscribe(function.logGroup(), function.place(), settings, draft),
        new LogLevelRule());
  }

  /** Takes our filter away. */
  public static List<Rule> uninstrument() {
    return List.of(
        (function, settings, draft) ->
            Subscription.unsubscribe(function.logGroup(), settings, draft));
  }
}
