package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.Trip;
import io.sleddog.local.live.TripStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the rules find, once for each function, with the number of times and the last invocation.
 */
final class FindingView {
  private final TripStore store;
  private final Actions actions;
  private final Map<String, Looked> looked = new ConcurrentHashMap<>();

  /** What the rules found in a trip when it had so many deliveries and requests. */
  private record Looked(long number, int parts, List<Finding> findings) {}

  private record Key(String rule, String function) {}

  private record Found(Finding finding, String invocation, int count) {
    Found again(Finding latest, String id) {
      return new Found(latest, id, count + 1);
    }
  }

  FindingView(TripStore store, Actions actions) {
    this.store = store;
    this.actions = actions;
  }

  int count() {
    return found().size() + actions.unheard().size();
  }

  ObjectNode findings() {
    ObjectNode view = Json.object();
    ArrayNode findings = view.putArray("findings");
    found().forEach((key, found) -> findings.add(json(key, found)));
    actions.unheard().forEach(where -> findings.add(unheard(where)));
    return view;
  }

  private static ObjectNode unheard(String where) {
    return Json.object()
        .put("rule", "SD-ROUTE-001")
        .put("severity", "note")
        .put("what", "No function here listens to " + where)
        .put("evidence", "A function sent something there, and there it ended")
        .put("remedy", "Name the receiver: --route queue:NAME=FUNCTION, or topic: or bus:.")
        .put("function", "")
        .put("count", 1)
        .putNull("invocation");
  }

  private Map<Key, Found> found() {
    Map<Key, Found> all = new LinkedHashMap<>();
    List<Trip> trips = store.trips();
    if (looked.size() > 2 * trips.size()) {
      looked.clear();
    }
    for (Trip trip : trips) {
      if (!trip.ride().waiting()) {
        for (Finding finding : look(trip)) {
          Key key = new Key(finding.rule(), trip.ride().function().name());
          String id = trip.ride().id();
          Found first = new Found(finding, id, 1);
          all.merge(key, first, (old, fresh) -> old.again(finding, id));
        }
      }
    }
    return all;
  }

  /** A trip is looked at again only when it has changed, since there may be thousands. */
  private List<Finding> look(Trip trip) {
    Looked known = looked.get(trip.ride().id());
    if (known != null && known.number() == trip.number() && known.parts() == parts(trip)) {
      return known.findings();
    }
    List<Finding> fresh = lookAt(trip);
    looked.put(trip.ride().id(), new Looked(trip.number(), parts(trip), fresh));
    return fresh;
  }

  /** A ride grows and never shrinks. */
  private static int parts(Trip trip) {
    return trip.ride().deliveries().size() + trip.ride().requests().size();
  }

  private static List<Finding> lookAt(Trip trip) {
    List<Finding.Rule> rules = trip.ride().direct() ? FindingRules.DIRECT : FindingRules.ALL;
    return rules.stream().map(rule -> rule.look(trip)).filter(Objects::nonNull).toList();
  }

  private static ObjectNode json(Key key, Found found) {
    return Json.object()
        .put("rule", key.rule())
        .put("severity", found.finding().severity())
        .put("what", found.finding().what())
        .put("evidence", key.function() + ": " + found.finding().evidence())
        .put("remedy", found.finding().remedy())
        .put("count", found.count())
        .put("function", key.function())
        .put("invocation", found.invocation());
  }
}
