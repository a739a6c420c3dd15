package io.sleddog.plan.change;

import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Presence;

/** Says how a function is after a step. */
final class Application {
  private Application() {}

  static FunctionDescription of(Change change, FunctionDescription function) {
    if (change instanceof Change.Handler it) {
      return function.withCode(function.code().withHandler(it.after()));
    }
    if (change instanceof Change.LayerList it) {
      return function.withLayers(function.layers().withArns(it.after()));
    }
    if (change instanceof Change.Variable it) {
      return function.withEnvironment(function.environment().with(it.name(), it.after()));
    }
    if (change instanceof Change.Tag it) {
      return function.withTags(function.tags().with(it.key(), it.after()));
    }
    if (change instanceof Change.Tracing it) {
      return function.withTracing(it.after());
    }
    return function.withLogGroup(logGroup(change, function.logGroup()));
  }

  private static LogGroup logGroup(Change change, LogGroup group) {
    if (change instanceof Change.NewLogGroup it) {
      return it.logGroup().withPresence(Presence.PRESENT);
    }
    if (change instanceof Change.Filter it) {
      return it.after() != null
          ? group.withFilter(it.after())
          : it.before() != null ? group.withoutFilter(it.before().name()) : group;
    }
    return group.withGrant(Presence.PRESENT);
  }
}
