package io.sleddog.local.expect;

import java.util.List;

/**
 * One thing that was checked.
 *
 * @param name what was checked, as {@code orders #1}
 * @param millis how long the invocation took; 0 for a check of the whole session
 * @param failures why it failed, one sentence each; none if it held
 */
public record CheckResult(String name, long millis, List<String> failures) {
  /** Copies the list. */
  public CheckResult {
    failures = List.copyOf(failures);
  }

  /** Whether it held. */
  public boolean held() {
    return failures.isEmpty();
  }
}
