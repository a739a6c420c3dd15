package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.Evicted;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.model.FunctionSpec;
import java.util.List;

/** What the page has to know first, and what changes with every tick. */
final class SessionView {
  private static final List<String> CAPABILITIES =
      List.of("invoke", "cold", "intake", "replay", "mishap", "save", "open", "spill");

  private static final List<String> WITHOUT_FUNCTIONS = List.of("save", "open");

  private final List<String> capabilities;
  private final TripStore store;
  private final Actions actions;
  private final ForwarderView forwarder;
  private final FindingView findings;
  private long stamp;

  /** The session that goes on. */
  SessionView(TripStore store, Actions actions) {
    this(store, actions, actions.functions().isEmpty() ? WITHOUT_FUNCTIONS : CAPABILITIES);
  }

  /** One that was read from a file: it can be saved again, and nothing else. */
  static SessionView ofFile(TripStore store, Actions actions) {
    return new SessionView(store, actions, List.of("save"));
  }

  private SessionView(TripStore store, Actions actions, List<String> capabilities) {
    this.capabilities = capabilities;
    this.store = store;
    this.actions = actions;
    this.forwarder = new ForwarderView(store);
    this.findings = new FindingView(store, actions);
  }

  ObjectNode head() {
    ObjectNode head = Json.object();
    ArrayNode functions = head.putArray("functions");
    actions.functions().forEach(function -> functions.add(function(function)));
    capabilities.forEach(head.putArray("capabilities")::add);
    head.set("snapshots", SnapshotView.forms());
    head.set("intake", actions.intakeFault().json());
    actions.stopped().forEach(head.putArray("stopped")::add);
    head.setAll(summary());
    return head;
  }

  private ObjectNode function(FunctionSpec function) {
    ObjectNode view =
        Json.object()
            .put("name", function.name())
            .put("handler", function.handler())
            .put("memoryMb", function.memoryMb())
            .put("timeoutMs", function.timeout().toMillis());
    ArrayNode samples = view.putArray("samples");
    actions.events(function.name()).forEach(event -> samples.add(Samples.id(function, event)));
    return view;
  }

  /** Totals and marks: a mark that is another than before says that there is something new. */
  synchronized ObjectNode summary() {
    stamp++;
    ObjectNode sums = forwarder.sums();
    ObjectNode totals = sums.put("invocations", store.seen()).put("findings", findings.count());
    totals.put("kept", actions.keptBatches());
    totals.put("maxBytes", store.maxBytes()).put("bytes", store.bytes());
    Evicted evicted = store.evicted();
    ObjectNode byFunction =
        totals.putObject("evicted").put("invocations", evicted.rides()).putObject("byFunction");
    evicted.byFunction().forEach(byFunction::put);
    ObjectNode summary = Json.object();
    summary.set("totals", totals);
    ObjectNode marks = summary.putObject("marks");
    List.of("logs", "metrics", "forwarder").forEach(kind -> marks.put(kind, stamp));
    ObjectNode changing = summary.putObject("session");
    changing.set("intake", actions.intakeFault().json());
    actions.stopped().forEach(changing.putArray("stopped")::add);
    return summary;
  }
}
