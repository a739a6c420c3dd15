package io.sleddog.local.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Keeps rides up to a limit of bytes. When it is reached, the function that takes most gives up its
 * oldest ride, so that a busy function does not push out the others. Safe for several threads.
 */
public final class TripStore {
  private final long maxBytes;
  private final Map<String, Trip> trips = new LinkedHashMap<>();
  private final Map<String, Long> bytesByFunction = new HashMap<>();
  private final List<Consumer<StoreChange>> listeners = new CopyOnWriteArrayList<>();
  private Evicted evicted = Evicted.NONE;
  private long numbers;

  /** A store that keeps about this many bytes. */
  public TripStore(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Calls back after each change, on the thread that made it. */
  public void onChange(Consumer<StoreChange> listener) {
    listeners.add(listener);
  }

  /** Takes a ride, or what has become of one that it has. */
  public void put(Ride ride) {
    StoreChange change = stored(ride);
    listeners.forEach(listener -> listener.accept(change));
  }

  private synchronized StoreChange stored(Ride ride) {
    Trip former = trips.get(ride.id());
    Trip trip = Trip.of(former == null ? ++numbers : former.number(), ride);
    trips.put(ride.id(), trip);
    account(ride, ride.bytes() - (former == null ? 0 : former.ride().bytes()));
    return new StoreChange(trip, evict());
  }

  private List<String> evict() {
    List<String> gone = new ArrayList<>();
    while (bytes() > maxBytes && trips.size() > 1) {
      Ride oldest = oldestOf(largest());
      trips.remove(oldest.id());
      account(oldest, -oldest.bytes());
      evicted = evicted.plus(oldest.function().name());
      gone.add(oldest.id());
    }
    return gone;
  }

  private String largest() {
    return bytesByFunction.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  private Ride oldestOf(String function) {
    return trips.values().stream()
        .map(Trip::ride)
        .filter(ride -> ride.function().name().equals(function))
        .findFirst()
        .orElseThrow();
  }

  private void account(Ride ride, long bytes) {
    bytesByFunction.merge(ride.function().name(), bytes, Long::sum);
  }

  /** The bytes that are kept. */
  public synchronized long bytes() {
    return bytesByFunction.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The limit. */
  public long maxBytes() {
    return maxBytes;
  }

  /** All that is kept, oldest first. */
  public synchronized List<Trip> trips() {
    return List.copyOf(trips.values());
  }

  /** One of them by its request id. */
  public synchronized Optional<Trip> find(String requestId) {
    return Optional.ofNullable(trips.get(requestId));
  }

  /** One of them by its number. */
  public synchronized Optional<Trip> numbered(long number) {
    return trips.values().stream().filter(trip -> trip.number() == number).findFirst();
  }

  /** How many there were in all. */
  public synchronized long seen() {
    return numbers;
  }

  /** What is no longer kept. */
  public synchronized Evicted evicted() {
    return evicted;
  }
}
