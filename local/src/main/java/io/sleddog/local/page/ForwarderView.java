package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.Trip;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.model.Delivery;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.session.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;

/** What went into the forwarder, what came out, and what did not arrive. */
final class ForwarderView {
  private final TripStore store;

  private record Run(Trip trip, Delivery delivery) {}

  private record Loss(Trip trip, String kind, String path, String what) {}

  ForwarderView(TripStore store) {
    this.store = store;
  }

  /** The sums. */
  ObjectNode sums() {
    List<Trip> trips = store.trips();
    List<IntakeRequest> requests =
        trips.stream()
            .filter(trip -> !trip.ride().direct())
            .flatMap(trip -> trip.ride().requests().stream())
            .toList();
    List<Run> runs = runs(trips);
    ObjectNode sums =
        Json.object()
            .put("eventsIn", runs.stream().mapToInt(run -> run.delivery().events().size()).sum())
            .put("bytesIn", runs.stream().mapToLong(run -> bytes(run.delivery())).sum())
            .put("runs", runs.size())
            .put("requests", requests.size())
            .put("delivered", requests.stream().filter(IntakeRequest::accepted).count())
            .put("items", requests.stream().mapToInt(RequestView::items).sum())
            .put("logs", trips.stream().mapToInt(trip -> trip.logs().size()).sum())
            .put("metrics", trips.stream().mapToInt(trip -> trip.points().size()).sum())
            .put("spans", trips.stream().mapToInt(trip -> trip.spans().size()).sum());
    return sums.put("bytesOut", requests.stream().mapToLong(IntakeRequest::wireBytes).sum())
        .put("rawBytesOut", requests.stream().mapToLong(one -> one.body().size()).sum())
        .put("retries", retries(RequestView.all(trips)))
        .put("spilled", counted(runs, RunCounts::spilled))
        .put("replayed", counted(runs, RunCounts::replayed))
        .put("quarantined", counted(runs, RunCounts::quarantined))
        .put("lost", trips.stream().mapToInt(Trip::lost).sum());
  }

  private static long retries(List<RequestView.Sent> sent) {
    return sent.stream().filter(one -> one.attempt() > 1).count();
  }

  private static long counted(List<Run> runs, ToLongFunction<RunCounts> count) {
    return runs.stream().map(run -> RunCounts.of(run.delivery())).mapToLong(count).sum();
  }

  private static long bytes(Delivery delivery) {
    return delivery.events().stream().map(LogEvent::message).mapToLong(String::length).sum();
  }

  private static List<Run> runs(List<Trip> trips) {
    List<Run> runs = new ArrayList<>();
    trips.forEach(trip -> trip.ride().deliveries().forEach(one -> runs.add(new Run(trip, one))));
    return runs;
  }

  /** Each run of the forwarder, newest first. */
  ObjectNode runs(Query query) {
    List<Run> runs = runs(store.trips());
    Collections.reverse(runs);
    return Paging.page(runs, query, store.evicted().rides(), ForwarderView::run);
  }

  private static ObjectNode run(Run run) {
    Invocation invocation = run.delivery().forwarder().invocation();
    RunCounts counts = RunCounts.of(run.delivery());
    return Json.object()
        .put("id", invocation.requestId())
        .put("at", invocation.timing().startedAtMillis())
        .put("status", RowView.status(invocation))
        .put("error", invocation.succeeded() ? null : invocation.payload().text())
        .put("durationMs", RowView.millis(invocation.timing().duration()))
        .put("eventsIn", run.delivery().events().size())
        .put("bytesIn", bytes(run.delivery()))
        .put("requests", run.trip().ride().requests().size())
        .put("retries", retries(RequestView.all(List.of(run.trip()))))
        .put("spilled", counts.spilled())
        .put("replayed", counts.replayed())
        .put("dropped", run.trip().lost())
        .put("from", run.delivery().stream().group());
  }

  /** Each thing that was written and has not arrived, newest first. */
  ObjectNode losses(Query query) {
    List<Loss> losses = new ArrayList<>();
    for (Trip trip : store.trips()) {
      if (trip.lost() > 0) {
        losses.addAll(losses(trip, "trace", LossReason.TRACES, trip.ledger().spans()));
        losses.addAll(losses(trip, "metric", LossReason.METRICS, trip.ledger().metrics()));
        losses.addAll(losses(trip, "log", LossReason.LOGS, trip.ledger().logs()));
      }
    }
    Collections.reverse(losses);
    return Paging.page(losses, query, store.evicted().rides(), ForwarderView::loss);
  }

  private static List<Loss> losses(Trip trip, String kind, String path, Tally tally) {
    return tally.missing().stream().map(what -> new Loss(trip, kind, path, what)).toList();
  }

  private static ObjectNode loss(Loss loss) {
    LossReason reason = LossReasons.of(loss.trip(), loss.path());
    return Json.object()
        .put("seq", loss.trip().number())
        .put("at", loss.trip().ride().execution().invocation().timing().startedAtMillis())
        .put("kind", loss.kind())
        .put("excerpt", loss.what())
        .put("reason", reason.what())
        .put("remedy", reason.remedy())
        .put("invocation", loss.trip().ride().id())
        .put("function", loss.trip().ride().function().name());
  }
}
