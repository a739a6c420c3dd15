package io.sleddog.plan.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log group and who reads from it.
 *
 * @param name its name
 * @param presence whether it exists or is declared beside the function
 * @param isCustom whether the user chose it for the function, rather than Lambda's own {@code
 *     /aws/lambda/<function>}; such a group may serve several functions and is not created
 * @param takesFilters false for a log group class without subscriptions
 * @param grant whether CloudWatch Logs may invoke the forwarder for this group
 * @param retentionDays how many days events are kept; none means for ever, or not known
 * @param filters the filters that are known
 */
public record LogGroup(
    Text name,
    Presence presence,
    boolean isCustom,
    boolean takesFilters,
    Presence grant,
    @Nullable Integer retentionDays,
    List<SubscriptionFilter> filters) {
  /** Copies the list in. */
  public LogGroup {
    filters = List.copyOf(filters);
  }

  /** A group of the default kind, without filters as far as is known. */
  public static LogGroup of(Text name, Presence presence) {
    return new LogGroup(name, presence, false, true, Presence.UNKNOWN, null, List.of());
  }

  /** The log group that Lambda makes for a function of that name. */
  public static LogGroup ofFunction(Text functionName, Presence presence) {
    return of(Text.of("/aws/lambda/").plus(functionName), presence);
  }

  /** The same group, known to be the user's choice for the function. */
  public LogGroup custom() {
    return new LogGroup(name, presence, true, takesFilters, grant, retentionDays, filters);
  }

  /** The same group, of a class that takes no subscription filter. */
  public LogGroup withoutSubscriptions() {
    return new LogGroup(name, presence, isCustom, false, grant, retentionDays, filters);
  }

  /** The same group with that presence. */
  public LogGroup withPresence(Presence changed) {
    return new LogGroup(name, changed, isCustom, takesFilters, grant, retentionDays, filters);
  }

  /** The same group, with it known or not whether it may invoke the forwarder. */
  public LogGroup withGrant(Presence changed) {
    return new LogGroup(name, presence, isCustom, takesFilters, changed, retentionDays, filters);
  }

  /** The same group with that retention. */
  public LogGroup withRetentionDays(@Nullable Integer changed) {
    return new LogGroup(name, presence, isCustom, takesFilters, grant, changed, filters);
  }

  /** The same group with these filters. */
  public LogGroup withFilters(List<SubscriptionFilter> changed) {
    return new LogGroup(name, presence, isCustom, takesFilters, grant, retentionDays, changed);
  }

  /** The same group with a filter put, in the place of the one of its name if there is one. */
  public LogGroup withFilter(SubscriptionFilter filter) {
    List<SubscriptionFilter> changed = new ArrayList<>(filters);
    for (int i = 0; i < changed.size(); i++) {
      if (changed.get(i).name().sameAs(filter.name())) {
        changed.set(i, filter);
        return withFilters(changed);
      }
    }
    changed.add(filter);
    return withFilters(changed);
  }

  /** The same group without the filter of that name. */
  public LogGroup withoutFilter(Text filterName) {
    return withFilters(
        filters.stream().filter(filter -> !filter.name().sameAs(filterName)).toList());
  }
}
