package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.subject.Activity;
import io.sleddog.cli.subject.Backlog;
import io.sleddog.cli.subject.Grants;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a forwarder; what nobody may read is not there.
 *
 * @param arn as the filter or the user names it
 * @param configuration Lambda's description of it
 * @param isGone whether Lambda says that there is no such function
 * @param grants who may invoke it
 * @param reserved the concurrency reserved for it
 * @param unreserved the concurrency that the account leaves to functions without a reservation
 * @param parked what waits for another try
 * @param doings what it did of late
 */
record ForwarderFacts(
    String arn,
    Optional<JsonNode> configuration,
    boolean isGone,
    Optional<Grants> grants,
    Optional<Integer> reserved,
    Optional<Integer> unreserved,
    Optional<Backlog> parked,
    Doings doings) {
  /**
   * What a forwarder did of late.
   *
   * @param lines of its log
   * @param activity as CloudWatch counts it
   */
  record Doings(List<String> lines, Optional<Activity> activity) {
    /** Copies the list in. */
    Doings {
      lines = List.copyOf(lines);
    }
  }

  /** One that nobody may read, or that is not there. */
  static ForwarderFacts unread(String arn, boolean isGone) {
    return new ForwarderFacts(
        arn,
        Optional.empty(),
        isGone,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Doings(List.of(), Optional.empty()));
  }
}
