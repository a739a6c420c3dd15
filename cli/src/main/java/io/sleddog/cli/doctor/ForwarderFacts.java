package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.target.Grants;
import java.util.List;
import java.util.Optional;

/**
 * A forwarder as AWS tells of it; what nobody may read is empty.
 *
 * @param arn its ARN
 * @param configuration its configuration; empty if it is not there
 * @param grants who may invoke it
 * @param reserved its reserved concurrency; empty if there is none, or nobody may know
 * @param lines what it wrote to its own log in the time looked at
 * @param parked how many failed events wait in its bucket or queue
 */
record ForwarderFacts(
    String arn,
    Optional<JsonNode> configuration,
    Optional<Grants> grants,
    Optional<Integer> reserved,
    List<String> lines,
    Optional<Integer> parked) {
  /** Copies the list in. */
  ForwarderFacts {
    lines = List.copyOf(lines);
  }
}
