package io.sleddog.local.logs;

import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.LogStream;
import io.sleddog.local.runtime.EnvironmentListener;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns what happens in one execution environment into the events of its log stream. Safe for use
 * by several threads.
 */
public final class StreamRecorder implements EnvironmentListener {
  private final LogStream stream;
  private final PlatformLines lines;
  private final List<LogEvent> events = new ArrayList<>();
  private @Nullable String requestId;
  private int taken;

  /** A recorder of a new stream, whose name begins with the clock's date as AWS's does. */
  public StreamRecorder(FunctionSpec spec, Clock clock) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String hex = UUID.randomUUID().toString().replace("-", "");
    String name =
        String.format(
            Locale.ROOT,
            "%04d/%02d/%02d/[%s]%s",
            day.getYear(),
            day.getMonthValue(),
            day.getDayOfMonth(),
            FunctionIdentity.VERSION,
            hex);
    this.stream = new LogStream(spec.logGroup(), name);
    this.lines =
        PlatformLines.in(
            spec.logFormat(), new FunctionIdentity(spec.name(), spec.memoryMb(), spec.timeout()));
  }

  /** The stream it records. */
  public LogStream stream() {
    return stream;
  }

  /** The events that were recorded since the last call, in the order of their times. */
  public synchronized List<LogEvent> take() {
    List<LogEvent> fresh = new ArrayList<>(events.subList(taken, events.size()));
    taken = events.size();
    fresh.sort(Comparator.comparingLong(LogEvent::timestampMillis));
    return fresh;
  }

  @Override
  public synchronized void initStarted(long atMillis) {
    add(atMillis, lines.initStart(atMillis));
  }

  @Override
  public synchronized void initFailed(long atMillis, Duration took, String errorType) {
    add(atMillis, lines.initFailed(atMillis, took, errorType));
  }

  @Override
  public synchronized void invocationStarted(String id, long atMillis) {
    requestId = id;
    add(atMillis, lines.start(atMillis, id));
  }

  @Override
  public synchronized void output(long atMillis, String text) {
    add(atMillis, text);
  }

  @Override
  public synchronized void invocationEnded(Invocation invocation, long atMillis) {
    lines.end(atMillis, invocation).forEach(line -> add(atMillis, line));
    requestId = null;
  }

  private void add(long atMillis, String message) {
    events.add(new LogEvent(eventId(atMillis), atMillis, message, requestId));
  }

  /** 56 digits that sort by time, as CloudWatch Logs gives them. */
  private static String eventId(long atMillis) {
    BigInteger unique = new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16);
    return String.format(Locale.ROOT, "%017d%039d", atMillis, unique);
  }
}
