package io.sleddog.local.expect;

import io.sleddog.local.session.Ledger;
import io.sleddog.local.session.Tally;
import java.util.ArrayList;
import java.util.List;

/** Whether everything that was written arrived. */
final class ArrivalCheck {
  private ArrivalCheck() {}

  static CheckResult check(Ledger ledger) {
    List<String> failures = new ArrayList<>();
    add("span", ledger.spans(), failures);
    add("metric value", ledger.metrics(), failures);
    add("log line", ledger.logs(), failures);
    return new CheckResult("everything that was written arrived", 0, failures);
  }

  private static void add(String noun, Tally tally, List<String> failures) {
    tally.missing().forEach(item -> failures.add("missing " + noun + ": " + item));
  }
}
