package io.sleddog.cli.replay;

import io.sleddog.cli.subject.SubscriptionEvent;
import java.util.ArrayList;
import java.util.List;

/** Packs lines into events, as few as Lambda takes; used by one thread. */
final class LinePacker {
  /** Well below the 6 MB that an invocation takes, also if the lines cannot be compressed. */
  private static final int MOST_CHARACTERS = 1_000_000;

  private static final int MOST_LINES = 1_000;

  private final String name;
  private final SubscriptionEvent.Source source;
  private final List<ReplayEvent> events = new ArrayList<>();
  private List<SubscriptionEvent.Line> lines = new ArrayList<>();
  private int characters;
  private int packed;

  /**
   * A packer.
   *
   * @param name what the lines are from
   */
  LinePacker(String name, SubscriptionEvent.Source source) {
    this.name = name;
    this.source = source;
  }

  void add(SubscriptionEvent.Line line) {
    boolean isFull =
        lines.size() >= MOST_LINES || characters + line.message().length() > MOST_CHARACTERS;
    if (isFull && !lines.isEmpty()) {
      pack();
    }
    lines.add(line);
    characters += line.message().length();
  }

  /** The events with all lines that were added. */
  List<ReplayEvent> events() {
    if (!lines.isEmpty()) {
      pack();
    }
    return events;
  }

  private void pack() {
    int last = packed + lines.size();
    String which = "%s, lines %d to %d".formatted(name, packed + 1, last);
    events.add(new ReplayEvent(which, SubscriptionEvent.of(source, lines)));
    packed = last;
    lines = new ArrayList<>();
    characters = 0;
  }
}
