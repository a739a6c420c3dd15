package io.sleddog.local.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.local.live.Ride;
import io.sleddog.local.live.Trip;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.model.UserProblem;
import io.sleddog.local.testing.Rides;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionFileTest {
  private static final String HEAD = "{\"sleddog\":\"session\",\"version\":1}\n";

  private static String written(Ride... rides) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SessionFile.begin(out);
    for (Ride ride : rides) {
      SessionFile.append(out, ride);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<Ride> read(String text) throws Exception {
    List<Ride> rides = new ArrayList<>();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    SessionFile.read(new ByteArrayInputStream(bytes), rides::add);
    return rides;
  }

  @Test
  void read_whatWasWritten_isTheSameSession() throws Exception {
    Ride ok = Rides.ok("orders", 1);
    Ride refused = Rides.refused("worker", 2, 503);

    List<Ride> rides = read(written(ok, refused, Rides.failed("orders", 3)));

    assertThat(rides).hasSize(3);
    assertThat(rides.get(0).execution()).isEqualTo(ok.execution());
    assertThat(rides.get(0).deliveries()).isEqualTo(ok.deliveries());
    assertThat(rides.get(0).requests()).isEqualTo(ok.requests());
    assertThat(rides.get(0).function().handler()).isEqualTo(ok.function().handler());
    assertThat(Trip.of(1, rides.get(1)).lost()).isEqualTo(Trip.of(1, refused).lost()).isPositive();
  }

  @Test
  void write_aFunctionsVariablesAndPlace_areLeftOut() throws Exception {
    Ride ok = Rides.ok("orders", 1);
    Ride secret =
        new Ride(
            ok.function().withEnvironment(Map.of("TOKEN", "s3cret")),
            ok.execution(),
            ok.deliveries(),
            ok.requests());

    assertThat(written(secret)).doesNotContain("s3cret", "orders.jar");
  }

  @Test
  void read_linesOfALaterVersion_areReadAsFarAsKnown() throws Exception {
    String text =
        written(Rides.ok("orders", 1)).replace("\"deliveries\"", "\"new\":1,\"deliveries\"");

    assertThat(read(text + "\n\n")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "hello\n", "{\"sleddog\":\"session\",\"version\":2}\n"})
  void read_anotherFile_isRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UnreadableSession.class)
        .hasMessage("line 1: it is no session file of this version of Sleddog");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{}", "[]", "null", "{\"function\":{}}", "\u0000"})
  void read_aLineThatIsNoRide_isNamed(String line) {
    assertThatThrownBy(() -> read(HEAD + "\n" + line))
        .isInstanceOf(UnreadableSession.class)
        .hasMessage("line 3: it is no invocation of a session");
  }

  @Test
  void recorder_writesWhatHasArrived(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("session.jsonl");
    TripStore store = new TripStore(1_000_000);
    try (Recorder recorder = Recorder.begin(file)) {
      store.onChange(recorder);
      store.put(Rides.waiting("orders", 1));
      store.put(Rides.ok("orders", 1));
      store.put(Rides.waiting("orders", 2));
    }

    assertThat(read(Files.readString(file))).extracting(Ride::id).containsExactly(Rides.id(1));
  }

  @Test
  void recorder_whereNothingCanBeWritten_saysSo(@TempDir Path folder) {
    assertThatThrownBy(() -> Recorder.begin(folder.resolve("no/such/folder")))
        .isInstanceOf(UserProblem.class)
        .hasMessageStartingWith("The session cannot be recorded to ");
  }
}
