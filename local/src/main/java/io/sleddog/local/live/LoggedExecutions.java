package io.sleddog.local.live;

import io.sleddog.local.logs.LoggedEvents;
import io.sleddog.local.logs.PlatformReport;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.LogStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the log events of functions that run elsewhere into executions: what a stream holds from
 * one report of the platform to the next is one. Safe for several threads.
 */
public final class LoggedExecutions {
  private static final String FUNCTIONS = "/aws/lambda/";

  /** Nobody says what the function's own limit is: Lambda's highest one. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** So that a group that is none of a function does not fill the memory. */
  private static final int MOST_WAITING = 10_000;

  private final Map<LogStream, List<LogEvent>> waiting = new LinkedHashMap<>();
  private final Map<String, Integer> memoryMb = new HashMap<>();
  private final Map<String, Integer> times = new HashMap<>();

  /** The invocations that these events bring to their end, with all that came before them. */
  public synchronized List<Execution> take(LoggedEvents fresh) {
    List<Execution> done = new ArrayList<>();
    List<LogEvent> events = waiting.computeIfAbsent(fresh.stream(), key -> new ArrayList<>());
    for (LogEvent event : fresh.events()) {
      events.add(event);
      Optional<PlatformReport> report = PlatformReport.parse(event.message());
      if (report.isPresent() || events.size() >= MOST_WAITING) {
        done.add(execution(fresh.stream(), events, report.orElse(null)));
        events.clear();
      }
    }
    return done;
  }

  /** What has no report, once no more comes: an execution for each stream. */
  public synchronized List<Execution> rest() {
    List<Execution> done = new ArrayList<>();
    waiting.forEach(
        (stream, events) -> {
          if (!events.isEmpty()) {
            done.add(execution(stream, events, null));
          }
        });
    waiting.clear();
    return done;
  }

  /** What is known of the function that an execution is of. */
  public synchronized FunctionSpec function(Execution execution) {
    String name = execution.invocation().function();
    return FunctionSpec.of(name, "", Path.of(""))
        .withLimits(memoryMb.getOrDefault(name, 0), LONGEST);
  }

  private Execution execution(
      LogStream stream, List<LogEvent> events, @Nullable PlatformReport report) {
    String group = stream.group();
    String name = group.startsWith(FUNCTIONS) ? group.substring(FUNCTIONS.length()) : group;
    if (report != null) {
      memoryMb.put(name, report.memoryMb());
    }
    LoggedInvocation logged = new LoggedInvocation(List.copyOf(events), report);
    return new Execution(logged.invocation(once(logged.id()), name), stream, logged.during());
  }

  /** Lambda gives an invocation that it tries again the id that it had. */
  private String once(String id) {
    int time = times.merge(id, 1, Integer::sum);
    return time == 1 ? id : id + "-" + time;
  }
}
