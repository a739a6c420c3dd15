package io.sleddog.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.live.Ride;
import io.sleddog.local.live.Trip;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.testing.Executions;
import io.sleddog.local.testing.Rides;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplaysTest {
  private final TripStore store = new TripStore(1_000_000);
  private final Replays replays = new Replays(store);

  @Test
  void take_whatIsMissing_joinsTheInvocationThatItIsOf() {
    store.put(Rides.refused("orders", 1, 503));
    store.put(Rides.refused("orders", 2, 503));
    int lost = trip(1).lost();

    take(Rides.ok("orders", 1).requests());

    assertThat(lost).isPositive();
    assertThat(trip(1).lost()).isZero();
    assertThat(trip(1).ride().deliveries()).hasSize(2);
    assertThat(trip(2).lost()).isEqualTo(lost);
    assertThat(trip(2).ride().deliveries()).hasSize(1);
  }

  @Test
  void take_refusedAgain_joinsWhatSentTheSame() {
    Ride refused = Rides.refused("orders", 1, 503);
    store.put(refused);

    take(refused.requests());

    assertThat(trip(1).ride().requests()).hasSize(2 * refused.requests().size());
    assertThat(trip(1).lost()).isPositive();
  }

  @Test
  void take_ofAnInvocationThatIsNoLongerKept_changesNothing() {
    store.put(Rides.ok("orders", 1));

    take(Rides.ok("orders", 2).requests());

    assertThat(trip(1).ride().requests()).hasSize(3);
  }

  private void take(List<IntakeRequest> requests) {
    replays.take(Executions.of("sleddog-forwarder", "{}"), requests);
  }

  private Trip trip(int number) {
    return store.find(Rides.id(number)).orElseThrow();
  }
}
