package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.Trip;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.Payload;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Answers what only reads: which path gives which view. */
final class Reads {
  private final TripStore store;
  private final EventRing ring;
  private final SessionView session;
  private final Actions actions;
  private final Samples samples;
  private final TraceView traces;
  private final LogView logs;
  private final MetricView metrics;
  private final RequestView requests;
  private final ForwarderView forwarder;
  private final FindingView findings;

  Reads(TripStore store, EventRing ring, SessionView session, Actions actions) {
    this.store = store;
    this.ring = ring;
    this.session = session;
    this.actions = actions;
    this.samples = new Samples(actions);
    this.traces = new TraceView(store);
    this.logs = new LogView(store);
    this.metrics = new MetricView(store);
    this.requests = new RequestView(store);
    this.forwarder = new ForwarderView(store);
    this.findings = new FindingView(store, actions);
  }

  /** The view at a path below {@code /api/}, its parts already decoded. */
  ObjectNode answer(String[] path, Query query) {
    return switch (path.length) {
      case 1 -> top(path[0], query);
      case 2 -> one(path[0], path[1], query);
      case 3 -> invocationPart(path, query);
      case 4 -> span(path);
      default -> throw Refusal.notKept("This part of the API");
    };
  }

  private ObjectNode top(String name, Query query) {
    return switch (name) {
      case "session" -> session.head();
      case "invocations" -> invocations();
      case "logs" -> logs.page(query);
      case "metrics" -> metrics.names();
      case "requests" -> requests.page(query);
      case "forwarder" ->
          forwarder.sums().put("findings", findings.count()).put("kept", actions.keptBatches());
      case "findings" -> findings.findings();
      case "samples" -> samples.list();
      default -> throw Refusal.notKept("This part of the API");
    };
  }

  private ObjectNode one(String name, String id, Query query) {
    return switch (name + "/" + id) {
      case "metrics/points" -> metrics.points(query.text("name"));
      case "forwarder/runs" -> forwarder.runs(query);
      case "forwarder/losses" -> forwarder.losses(query);
      default -> named(name, id, query);
    };
  }

  private ObjectNode named(String name, String id, Query query) {
    return switch (name) {
      case "invocations" -> DetailView.of(invocation(id));
      case "traces" -> traces.trace(id);
      case "samples" -> samples.one(id, query);
      case "logs" -> part(id, logs::whole);
      case "lines" -> part(id, LineView::whole);
      case "requests" -> part(id, RequestView::whole);
      default -> throw Refusal.notKept("This part of the API");
    };
  }

  private ObjectNode invocationPart(String[] path, Query query) {
    if (!path[0].equals("invocations")) {
      throw Refusal.notKept("This part of the API");
    }
    Trip trip = invocation(path[1]);
    return switch (path[2]) {
      case "payload" -> payloads(trip);
      case "snapshot" -> SnapshotView.of(trip, query.text("as"));
      case "metrics" -> MetricView.ofInvocation(trip);
      case "lines" -> Json.object().<ObjectNode>set("lines", LineView.lines(trip));
      default -> throw Refusal.notKept("This part of the API");
    };
  }

  private ObjectNode span(String[] path) {
    if (!path[0].equals("traces") || !path[2].equals("spans")) {
      throw Refusal.notKept("This part of the API");
    }
    return traces.span(path[1], path[3]);
  }

  private ObjectNode invocations() {
    ObjectNode view = Json.object().put("after", ring.lastId());
    ArrayNode rows = view.putArray("rows");
    store.trips().forEach(trip -> rows.add(RowView.row(trip)));
    return view;
  }

  private static ObjectNode payloads(Trip trip) {
    Invocation invocation = trip.ride().execution().invocation();
    ObjectNode view = Json.object();
    view.set("event", payload(invocation.event()));
    view.set("response", payload(invocation.payload()));
    return view;
  }

  /** Null if there is none, such as the answer of a process that ended. */
  private static @Nullable ObjectNode payload(Payload payload) {
    return payload.size() == 0 ? null : Mask.shown(payload);
  }

  private Trip invocation(String id) {
    return store.find(id).orElseThrow(() -> Refusal.notKept("Invocation " + id));
  }

  /** A thing of a trip, named by the trip's number, a dash and its own. */
  private ObjectNode part(String id, BiFunction<Trip, Integer, ObjectNode> view) {
    int dash = id.indexOf('-');
    try {
      long number = Long.parseLong(id.substring(0, Math.max(0, dash)));
      int index = Integer.parseInt(id.substring(dash + 1));
      return view.apply(store.numbered(number).orElseThrow(() -> Refusal.notKept(id)), index);
    } catch (NumberFormatException notOurs) {
      throw Refusal.notKept(id);
    }
  }
}
