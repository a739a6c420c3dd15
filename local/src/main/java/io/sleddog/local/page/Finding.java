package io.sleddog.local.page;

import io.sleddog.local.live.Trip;

/**
 * Something that keeps telemetry from arriving or will soon, seen in one invocation.
 *
 * @param rule its stable id
 * @param severity {@code problem}, {@code warning} or {@code note}
 * @param what what is wrong
 * @param evidence what was seen
 * @param remedy what to do
 */
record Finding(String rule, String severity, String what, String evidence, String remedy) {

  /** A rule: looks at an invocation and finds something or, null, nothing. */
  interface Rule {
    @org.jspecify.annotations.Nullable Finding look(Trip trip);
  }
}
