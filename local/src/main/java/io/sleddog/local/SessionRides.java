package io.sleddog.local;

import io.sleddog.local.live.Ride;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.Delivery;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.Payload;
import io.sleddog.local.session.InvocationStory;
import io.sleddog.local.session.OwnPoint;
import io.sleddog.local.session.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A session taken apart into rides, as a file keeps them. A request that carried things of several
 * invocations is shared out; its first share has the body.
 */
final class SessionRides {
  private final Session session;
  private final Map<String, FunctionSpec> functions;

  /** What is in no ride yet, by identity. */
  private final Set<Object> left = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Set<IntakeRequest> begun = Collections.newSetFromMap(new IdentityHashMap<>());

  private SessionRides(Session session, Map<String, FunctionSpec> functions) {
    this.session = session;
    this.functions = functions;
    Contents arrived = session.arrived();
    left.addAll(arrived.spans());
    left.addAll(arrived.points());
    left.addAll(arrived.logs());
  }

  /**
   * The rides, one for each execution.
   *
   * @param functions by name
   */
  static List<Ride> of(Session session, Map<String, FunctionSpec> functions) {
    SessionRides rides = new SessionRides(session, functions);
    List<InvocationStory> stories = session.stories();
    stories.forEach(story -> rides.left.removeAll(own(story)));
    return stories.stream().map(rides::ride).toList();
  }

  private static Set<Object> own(InvocationStory story) {
    Set<Object> own = Collections.newSetFromMap(new IdentityHashMap<>());
    own.addAll(story.spans());
    own.addAll(story.logs());
    story.points().stream().map(OwnPoint::point).forEach(own::add);
    return own;
  }

  private Ride ride(InvocationStory story) {
    Execution execution = story.execution();
    Set<Object> own = own(story);
    List<Delivery> deliveries =
        session.deliveries().stream().filter(one -> carries(one, execution)).toList();
    List<IntakeRequest> requests = new ArrayList<>();
    for (IntakeRequest request : session.requests()) {
      Contents share = share(request.contents(), own);
      if (!deliveries.isEmpty() && (!isEmpty(share) || isEmpty(request.contents()))) {
        add(request, share, requests);
      }
    }
    String name = execution.invocation().function();
    FunctionSpec function =
        functions.getOrDefault(name, FunctionSpec.of(name, "", java.nio.file.Path.of("")));
    return new Ride(function, execution, deliveries, requests);
  }

  private static boolean carries(Delivery delivery, Execution execution) {
    return delivery.stream().equals(execution.stream())
        && !Collections.disjoint(delivery.events(), execution.events());
  }

  /** A request without contents, such as one that was refused, is in one ride only. */
  private void add(IntakeRequest request, Contents share, List<IntakeRequest> requests) {
    boolean first = begun.add(request);
    if (first || !isEmpty(share)) {
      requests.add(with(request, share, first));
    }
  }

  /** What is the story's own, and what nobody has taken yet. */
  private Contents share(Contents all, Set<Object> own) {
    return new Contents(pick(all.spans(), own), pick(all.points(), own), pick(all.logs(), own));
  }

  private <T> List<T> pick(List<T> all, Set<Object> own) {
    boolean mine = all.stream().anyMatch(own::contains);
    return all.stream().filter(one -> own.contains(one) || (mine && left.remove(one))).toList();
  }

  private static boolean isEmpty(Contents contents) {
    return contents.spans().isEmpty() && contents.points().isEmpty() && contents.logs().isEmpty();
  }

  private static IntakeRequest with(IntakeRequest request, Contents contents, boolean first) {
    return new IntakeRequest(
        request.receivedAtMillis(),
        request.method(),
        request.path(),
        request.headers(),
        first ? request.wireBytes() : 0,
        first ? request.body() : Payload.of(""),
        request.status(),
        contents,
        request.problem());
  }
}
