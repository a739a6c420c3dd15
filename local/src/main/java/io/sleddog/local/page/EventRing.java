package io.sleddog.local.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The latest events of the stream, numbered, up to a limit of bytes, for readers that come back
 * after a break. A number names its run of the program too, so that one of an earlier run is not
 * taken for one of this.
 */
final class EventRing {
  private final int maxBytes;
  private final String run = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  private final Deque<byte[]> events = new ArrayDeque<>();
  private long last;
  private int bytes;

  EventRing(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Adds an event and wakes the readers. */
  synchronized void add(String data) {
    last++;
    byte[] event =
        ("id: " + id(last) + "\nevent: tick\ndata: " + data + "\n\n")
            .getBytes(StandardCharsets.UTF_8);
    events.addLast(event);
    bytes += event.length;
    while (bytes > maxBytes && events.size() > 1) {
      bytes -= events.removeFirst().length;
    }
    notifyAll();
  }

  /** The id of the newest event. */
  synchronized String lastId() {
    return id(last);
  }

  private String id(long number) {
    return run + "." + number;
  }

  /** The number in an id, if the events after it are all still here. */
  synchronized Optional<Long> resume(String id) {
    int dot = id.indexOf('.');
    if (dot < 0 || !id.substring(0, dot).equals(run)) {
      return Optional.empty();
    }
    try {
      long number = Long.parseLong(id.substring(dot + 1));
      return number >= last - events.size() && number <= last
          ? Optional.of(number)
          : Optional.empty();
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  /** The events after a number; waits for one at most so long. Empty if they are gone. */
  synchronized Optional<List<byte[]>> after(long number, long waitMillis)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
    long left = waitMillis;
    while (number == last && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    long first = last - events.size();
    if (number < first) {
      return Optional.empty();
    }
    return Optional.of(new ArrayList<>(events).subList((int) (number - first), events.size()));
  }
}
