package io.sleddog.local;

import io.sleddog.local.live.Ride;
import io.sleddog.local.live.Trip;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.model.Delivery;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.IntakeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Joins what the forwarder sent again to the invocations that it is of: a request belongs to the
 * one of whose missing things it brings some, or that has sent the same before.
 */
final class Replays {
  private final TripStore store;

  Replays(TripStore store) {
    this.store = store;
  }

  /**
   * Takes what a run sent.
   *
   * @param run the forwarder's run, which had no log events of its own
   */
  void take(Execution run, List<IntakeRequest> requests) {
    List<String> joined = new ArrayList<>();
    for (IntakeRequest request : requests) {
      owner(request)
          .ifPresent(
              trip -> {
                Ride ride = trip.ride();
                boolean first = !joined.contains(ride.id());
                joined.add(ride.id());
                store.put(with(ride, request, first ? Optional.of(run) : Optional.empty()));
              });
    }
  }

  /** Oldest first, since what was kept first is sent first. */
  private Optional<Trip> owner(IntakeRequest request) {
    return store.trips().stream()
        .filter(trip -> trip.lost() > 0)
        .filter(trip -> request.accepted() ? isMissing(trip, request) : isKnown(trip, request))
        .findFirst();
  }

  private static boolean isMissing(Trip trip, IntakeRequest request) {
    Trip then = Trip.of(trip.number(), with(trip.ride(), request, Optional.empty()));
    return then.lost() < trip.lost();
  }

  private static boolean isKnown(Trip trip, IntakeRequest request) {
    return trip.ride().requests().stream()
        .anyMatch(one -> one.path().equals(request.path()) && one.body().equals(request.body()));
  }

  private static Ride with(Ride ride, IntakeRequest request, Optional<Execution> run) {
    List<IntakeRequest> requests = new ArrayList<>(ride.requests());
    requests.add(request);
    List<Delivery> deliveries = new ArrayList<>(ride.deliveries());
    run.ifPresent(one -> deliveries.add(new Delivery(ride.execution().stream(), List.of(), one)));
    return new Ride(ride.function(), ride.execution(), deliveries, requests);
  }
}
