package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.Trip;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.IntakeRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the forwarder sent to the intake, request by request. */
final class RequestView {
  private static final List<String> METRIC_PATHS =
      List.of("distribution", "series", "dogstatsd", "/v1/metrics");
  private static final int LONGEST = 500_000;

  private final TripStore store;

  /** A request and where it stands. */
  record Sent(Trip trip, int index) {
    IntakeRequest request() {
      return trip.ride().requests().get(index);
    }

    /** Counts equal bodies to the same path, this one included. */
    int attempt() {
      IntakeRequest own = request();
      return (int)
          trip.ride().requests().subList(0, index + 1).stream()
              .filter(one -> one.path().equals(own.path()) && one.body().equals(own.body()))
              .count();
    }
  }

  RequestView(TripStore store) {
    this.store = store;
  }

  /** All of them, newest first. */
  ObjectNode page(Query query) {
    List<Sent> all = all(store.trips());
    Collections.reverse(all);
    return Paging.page(all, query, store.evicted().rides(), RequestView::shortly);
  }

  static List<Sent> all(List<Trip> trips) {
    List<Sent> all = new ArrayList<>();
    for (Trip trip : trips) {
      for (int i = 0; i < trip.ride().requests().size(); i++) {
        all.add(new Sent(trip, i));
      }
    }
    return all;
  }

  /** One whole. */
  static ObjectNode whole(Trip trip, int index) {
    if (index < 0 || index >= trip.ride().requests().size()) {
      throw Refusal.notKept("The request");
    }
    Sent sent = new Sent(trip, index);
    String body = body(sent.request());
    ObjectNode view =
        shortly(sent)
            .put("body", body.length() > LONGEST ? body.substring(0, LONGEST) : body)
            .put("cut", body.length() > LONGEST)
            .put("curl", CurlText.of(sent));
    ArrayNode headers = view.putArray("headers");
    sent.request().headers().forEach((name, value) -> headers.addArray().add(name).add(value));
    return view;
  }

  private static ObjectNode shortly(Sent sent) {
    IntakeRequest request = sent.request();
    String problem = request.problem();
    return Json.object()
        .put("id", sent.trip().number() + "-" + sent.index())
        .put("at", request.receivedAtMillis())
        .put("kind", kind(request.path()))
        .put("method", request.method())
        .put("path", request.path())
        .put("status", request.status())
        .put("answer", request.status() == 0 ? "connection cut" : problem == null ? "" : problem)
        .put("items", items(request))
        .put("bytes", request.wireBytes())
        .put("rawBytes", request.body().size())
        .put("encoding", request.headers().getOrDefault("content-encoding", ""))
        .put("attempt", sent.attempt());
  }

  static int items(IntakeRequest request) {
    Contents contents = request.contents();
    return contents.logs().size() + contents.points().size() + contents.spans().size();
  }

  private static String kind(String path) {
    if (path.contains("trace")) {
      return "traces";
    }
    return METRIC_PATHS.stream().anyMatch(path::contains) ? "metrics" : "logs";
  }

  /** Traces come as protobuf or msgpack; they are shown as the JSON of what they say. */
  private static String body(IntakeRequest request) {
    return isBinary(request) ? decoded(request) : request.body().text();
  }

  private static String decoded(IntakeRequest request) {
    return switch (kind(request.path())) {
      case "metrics" -> Json.write(SentItems.points(request.contents().points()));
      case "logs" -> Json.write(SentItems.logs(request.contents().logs()));
      default -> Json.write(SentItems.spans(request.contents().spans()));
    };
  }

  /** Whether a person cannot read the body as it came. */
  static boolean isBinary(IntakeRequest request) {
    String type = request.headers().getOrDefault("content-type", "");
    return type.contains("protobuf") || type.contains("msgpack");
  }
}
