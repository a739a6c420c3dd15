package io.sleddog.local;

import io.sleddog.local.intake.Fault;
import io.sleddog.local.logs.LoggedEvents;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Route;
import io.sleddog.local.model.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to run.
 *
 * @param cache where bundled parts are unpacked to
 * @param targets the functions; none means the samples, unless there are to be none at all
 * @param fault how the intake fails; null if it works
 * @param routes the ways of messages between the functions
 * @param bare whether there are no functions at all: just the page and what processes send
 * @param replayed recorded events by the function's name, sent instead of the targets' own; none if
 *     nothing is replayed
 * @param logged what functions elsewhere have written, handed to the forwarder too
 */
public record LocalOptions(
    Path cache,
    List<Target> targets,
    @Nullable Fault fault,
    List<Route> routes,
    boolean bare,
    Map<String, List<NamedEvent>> replayed,
    List<LoggedEvents> logged) {
  /** Copies the lists. */
  public LocalOptions {
    targets = List.copyOf(targets);
    routes = List.copyOf(routes);
    replayed = Map.copyOf(replayed);
    logged = List.copyOf(logged);
  }

  /** Functions, or the samples. */
  public LocalOptions(
      Path cache,
      List<Target> targets,
      @Nullable Fault fault,
      List<Route> routes,
      Map<String, List<NamedEvent>> replayed) {
    this(cache, targets, fault, routes, false, replayed, List.of());
  }

  /** Functions that send nothing to each other. */
  public LocalOptions(Path cache, List<Target> targets, @Nullable Fault fault) {
    this(cache, targets, fault, List.of(), false, Map.of(), List.of());
  }

  /** No function at all. */
  public static LocalOptions bare(Path cache) {
    return new LocalOptions(cache, List.of(), null, List.of(), true, Map.of(), List.of());
  }

  /** The same with ways between the functions. */
  public LocalOptions withRoutes(List<Route> ways) {
    return new LocalOptions(cache, targets, fault, ways, bare, replayed, logged);
  }

  /** The same with what functions elsewhere have written. */
  public LocalOptions withLogged(List<LoggedEvents> events) {
    return new LocalOptions(cache, targets, fault, routes, bare, replayed, events);
  }
}
