package io.sleddog.local.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.testing.Rides;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TripStoreTest {
  private static final long ONE = Rides.ok("orders", 1).bytes();

  private final TripStore store = new TripStore(10 * ONE);

  @Test
  void put_aRide_isFoundByIdAndNumber() {
    store.put(Rides.ok("orders", 1));

    assertThat(store.find(Rides.id(1))).isPresent();
    assertThat(store.numbered(1)).isPresent();
    assertThat(store.numbered(2)).isEmpty();
  }

  @Test
  void put_theSameRideFurtherOn_replacesItAndKeepsItsNumber() {
    store.put(Rides.waiting("orders", 1));
    store.put(Rides.ok("orders", 1));

    assertThat(store.trips()).hasSize(1);
    assertThat(store.numbered(1).orElseThrow().ride().waiting()).isFalse();
    assertThat(store.seen()).isEqualTo(1);
    assertThat(store.bytes()).isEqualTo(ONE);
  }

  @Test
  void put_moreThanFits_takesTheOldestOfTheLargestFunction() {
    store.put(Rides.ok("quiet", 1));
    for (int i = 2; i <= 12; i++) {
      store.put(Rides.ok("chatty", i));
    }

    assertThat(store.bytes()).isLessThanOrEqualTo(store.maxBytes());
    assertThat(store.find(Rides.id(1))).isPresent();
    assertThat(store.find(Rides.id(2))).isEmpty();
    assertThat(store.evicted().byFunction()).containsOnlyKeys("chatty");
    assertThat(store.seen()).isEqualTo(12);
  }

  @Test
  void put_oneThatIsLargerThanAll_isKeptAlone() {
    TripStore tiny = new TripStore(1);

    tiny.put(Rides.ok("orders", 1));

    assertThat(tiny.trips()).hasSize(1);
  }

  @Test
  void onChange_anEviction_namesWhatIsGone() {
    List<StoreChange> changes = new ArrayList<>();
    TripStore small = new TripStore(ONE + 1);
    small.onChange(changes::add);

    small.put(Rides.ok("orders", 1));
    small.put(Rides.ok("orders", 2));

    assertThat(changes).hasSize(2);
    assertThat(changes.get(1).gone()).containsExactly(Rides.id(1));
  }

  @Test
  void lost_aRideThatWaits_isNothingYet() {
    assertThat(Trip.of(1, Rides.waiting("orders", 1)).lost()).isZero();
  }

  @Test
  void lost_allRefused_countsSpansValuesAndLines() {
    Trip trip = Trip.of(1, Rides.refused("orders", 1, 503));

    assertThat(trip.lost()).isEqualTo(2 + 1 + 4);
    assertThat(trip.refused()).hasSize(3);
  }
}
