package io.sleddog.local.report;

import io.sleddog.local.model.Delivery;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.session.Ledger;
import io.sleddog.local.session.Session;
import io.sleddog.local.session.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The closing lines: what arrived of what was written, and what went wrong if something did. */
final class Verdict {
  private static final int SHOWN = 10;
  private static final int MESSAGE = 160;

  private final Ink ink;

  Verdict(Ink ink) {
    this.ink = ink;
  }

  List<String> lines(Session session, Duration took) {
    List<String> lines = new ArrayList<>();
    Ledger ledger = session.ledger();
    missing("span", ledger.spans(), lines);
    missing("metric value", ledger.metrics(), lines);
    missing("log line", ledger.logs(), lines);
    failures(session, lines);
    lines.add(closing(session, took));
    return lines;
  }

  private void missing(String noun, Tally tally, List<String> lines) {
    if (tally.complete()) {
      return;
    }
    int count = tally.missing().size();
    lines.add(ink.red(Units.count(count, noun) + " of " + tally.written() + " did not arrive:"));
    tally.missing().stream().limit(SHOWN).forEach(item -> lines.add("  " + item));
    if (count > SHOWN) {
      lines.add(ink.dim("  and " + (count - SHOWN) + " more"));
    }
  }

  private void failures(Session session, List<String> lines) {
    Map<String, Long> answers =
        session.requests().stream()
            .filter(request -> !request.accepted())
            .collect(Collectors.groupingBy(Verdict::answer, TreeMap::new, Collectors.counting()));
    answers.forEach((answer, count) -> lines.add(ink.red("The intake " + answer) + "  ×" + count));
    session.deliveries().stream()
        .filter(delivery -> !delivery.succeeded())
        .map(Delivery::forwarder)
        .map(Execution::invocation)
        .map(run -> "The forwarder failed: " + Units.line(run.payload().text(), MESSAGE))
        .distinct()
        .forEach(line -> lines.add(ink.red(line)));
  }

  private static String answer(IntakeRequest request) {
    String answer =
        request.status() == 0 ? "cut the connection of " : "answered " + request.status() + " to ";
    String why = request.problem() == null ? "" : " (" + request.problem() + ")";
    return answer + request.path() + why;
  }

  private String closing(Session session, Duration took) {
    Ledger ledger = session.ledger();
    long failed =
        session.executions().stream().filter(run -> !run.invocation().succeeded()).count();
    String counts =
        String.join(
            ", ",
            Units.count(session.executions().size(), "invocation"),
            arrived("span", ledger.spans()),
            arrived("metric value", ledger.metrics()),
            arrived("log line", ledger.logs()),
            Units.count(session.requests().size(), "request")
                + " of "
                + Units.bytes(SessionReport.wireBytes(session.requests())));
    String time = String.format(Locale.ROOT, ", %.1f s", took.toMillis() / 1000.0);
    if (!ledger.complete()) {
      return ink.red("✗ Not everything arrived: ") + counts + time;
    } else if (failed > 0) {
      return ink.red("✗ " + Units.count(failed, "invocation") + " failed; all of it arrived: ")
          + counts
          + time;
    }
    return ink.green("✓ Everything arrived: ") + counts + time;
  }

  private static String arrived(String noun, Tally tally) {
    return tally.complete()
        ? Units.count(tally.written(), noun)
        : tally.arrived() + " of " + Units.count(tally.written(), noun);
  }
}
