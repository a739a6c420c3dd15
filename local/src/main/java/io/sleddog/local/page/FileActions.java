package io.sleddog.local.page;

import io.sleddog.local.live.TripStore;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Mishap;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Payload;
import java.util.List;

/** A session out of a file is there to be looked at. */
final class FileActions implements Actions {
  private final TripStore store;

  FileActions(TripStore store) {
    this.store = store;
  }

  @Override
  public List<FunctionSpec> functions() {
    return store.trips().stream().map(trip -> trip.ride().function()).distinct().toList();
  }

  @Override
  public List<NamedEvent> events(String function) {
    return List.of();
  }

  @Override
  public void invoke(String function, Payload event, int times) {
    throw lookOnly();
  }

  @Override
  public void mishap(String function, Mishap mishap) {
    throw lookOnly();
  }

  @Override
  public void goCold(String function) {
    throw lookOnly();
  }

  @Override
  public void stop(String function) {
    throw lookOnly();
  }

  @Override
  public void start(String function) {
    throw lookOnly();
  }

  @Override
  public List<String> stopped() {
    return List.of();
  }

  @Override
  public int keptBatches() {
    return 0;
  }

  @Override
  public void sendKeptAgain() {
    throw lookOnly();
  }

  @Override
  public void breakIntake(IntakeFault fault) {
    throw lookOnly();
  }

  @Override
  public IntakeFault intakeFault() {
    return IntakeFault.NONE;
  }

  @Override
  public List<String> unheard() {
    return List.of();
  }

  private static Refusal lookOnly() {
    return new Refusal(409, "A session file is there to be looked at", "Go back to the live one.");
  }
}
