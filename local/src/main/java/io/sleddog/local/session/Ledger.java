package io.sleddog.local.session;

import io.sleddog.local.model.Contents;
import io.sleddog.local.model.Execution;
import java.util.List;

/** What was written held against what arrived, span by span, value by value, line by line. */
public record Ledger(Tally spans, Tally metrics, Tally logs) {

  /** Compares what these executions wrote with all that the intake took. */
  public static Ledger of(List<Execution> executions, Contents arrived) {
    LedgerCount count = new LedgerCount(arrived);
    executions.forEach(count::add);
    return count.ledger();
  }

  /** Whether nothing is missing. */
  public boolean complete() {
    return spans.complete() && metrics.complete() && logs.complete();
  }
}
