package io.sleddog.cli.subject;

import io.sleddog.plan.change.Finding;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.Text;
import java.util.Optional;

/**
 * The forwarder of a region.
 *
 * @param arn its ARN
 * @param trouble why nothing should be sent to it
 * @param grants who may invoke it; empty if its policy cannot be read
 */
public record Forwarder(Text arn, Optional<Finding> trouble, Optional<Grants> grants) {
  /** Whether CloudWatch Logs may invoke it for a log group, given by its ARN. */
  public Presence grant(String logGroupArn) {
    return grants
        .map(it -> it.allowsLogs(logGroupArn) ? Presence.PRESENT : Presence.ABSENT)
        .orElse(Presence.UNKNOWN);
  }
}
