package io.sleddog.local.live;

import io.sleddog.local.model.Contents;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Span;
import io.sleddog.local.session.InvocationStory;
import io.sleddog.local.session.Ledger;
import io.sleddog.local.session.OwnPoint;
import io.sleddog.local.session.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A ride with what it means: its spans, values and logs as they arrived, and what did not arrive.
 *
 * @param number counts rides from 1 in the order in which they began
 * @param ride the facts
 * @param story what arrived, joined to the invocation
 * @param ledger what was written held against what arrived
 * @param derived values that no function wrote: the forwarder made them of the platform's lines, or
 *     a process sent them to the agent
 */
public record Trip(
    long number, Ride ride, InvocationStory story, Ledger ledger, List<MetricPoint> derived) {
  /** Copies the list. */
  public Trip {
    derived = List.copyOf(derived);
  }

  /** Joins the facts of a ride. */
  public static Trip of(long number, Ride ride) {
    Session session = new Session(List.of(ride.execution()), ride.deliveries(), ride.requests());
    if (ride.direct()) {
      return direct(number, ride, session);
    }
    return new Trip(
        number, ride, session.stories().get(0), session.ledger(), session.derivedPoints());
  }

  /** No line tells what belongs to it: all that arrived does. */
  private static Trip direct(long number, Ride ride, Session session) {
    Contents arrived = session.arrived();
    List<Span> spans = new ArrayList<>(arrived.spans());
    spans.sort(Comparator.comparingLong(Span::startNanos));
    List<LogEntry> logs = new ArrayList<>(arrived.logs());
    logs.sort(Comparator.comparingLong(LogEntry::timestampMillis));
    InvocationStory story = new InvocationStory(ride.execution(), spans, List.of(), logs);
    return new Trip(number, ride, story, session.ledger(), arrived.points());
  }

  /** Values of the function's own lines and of the platform's, in this order. */
  public List<MetricPoint> points() {
    List<MetricPoint> points =
        new ArrayList<>(story.points().stream().map(OwnPoint::point).toList());
    points.addAll(derived);
    return points;
  }

  /** The spans that arrived. */
  public List<Span> spans() {
    return story.spans();
  }

  /** The logs that arrived. */
  public List<LogEntry> logs() {
    return story.logs();
  }

  /** How many spans, values and lines are missing; 0 while it waits. */
  public int lost() {
    if (ride.waiting()) {
      return 0;
    }
    return ledger.spans().missing().size()
        + ledger.metrics().missing().size()
        + ledger.logs().missing().size();
  }

  /** What the requests carried that the intake refused or cut off. */
  public List<IntakeRequest> refused() {
    return ride.requests().stream().filter(request -> !request.accepted()).toList();
  }
}
