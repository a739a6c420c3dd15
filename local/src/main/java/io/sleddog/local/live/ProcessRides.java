package io.sleddog.local.live;

import io.sleddog.local.model.Contents;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.Payload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts what processes send by themselves into rides: one for each trace of a service, with the
 * logs that name the trace; and one for each minute of a service's metrics and other logs. What
 * comes later joins the ride that it belongs to. Safe for several threads.
 */
public final class ProcessRides {
  private static final int REMEMBERED = 5_000;

  private final TripStore store;
  private final Map<ProcessShare, String> recent = new LinkedHashMap<>();

  /** Rides that are put into this store. */
  public ProcessRides(TripStore store) {
    this.store = store;
  }

  /** Takes a request; one of a client that only tries the connection leaves nothing. */
  public synchronized void take(IntakeRequest request) {
    boolean first = true;
    for (Map.Entry<ProcessShare, Contents> share : ProcessShares.of(request).entrySet()) {
      join(
          share.getKey(),
          first ? with(request, share.getValue()) : rest(request, share.getValue()));
      first = false;
    }
  }

  private void join(ProcessShare share, IntakeRequest request) {
    List<IntakeRequest> requests = new ArrayList<>();
    String known = recent.get(share);
    if (known != null) {
      store.find(known).ifPresent(trip -> requests.addAll(trip.ride().requests()));
    }
    requests.add(request);
    Ride ride =
        requests.size() > 1
            ? ProcessRide.of(String.valueOf(known), share.name(), requests)
            : ProcessRide.begun(share.name(), requests);
    remember(share, ride);
    store.put(ride);
  }

  /** What has not been heard of for long goes first. */
  private void remember(ProcessShare share, Ride ride) {
    recent.remove(share);
    recent.put(share, ride.id());
    if (recent.size() > REMEMBERED) {
      recent.remove(recent.keySet().iterator().next());
    }
  }

  private static IntakeRequest with(IntakeRequest request, Contents contents) {
    return new IntakeRequest(
        request.receivedAtMillis(),
        request.method(),
        request.path(),
        request.headers(),
        request.wireBytes(),
        request.body(),
        request.status(),
        contents,
        request.problem());
  }

  /** The first share has the body and the problem, so that they are kept and counted once. */
  private static IntakeRequest rest(IntakeRequest request, Contents contents) {
    return new IntakeRequest(
        request.receivedAtMillis(),
        request.method(),
        request.path(),
        request.headers(),
        0,
        Payload.of(""),
        request.status(),
        contents,
        null);
  }
}
