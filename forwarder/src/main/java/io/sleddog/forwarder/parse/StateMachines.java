package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.config.Additions;
import io.sleddog.forwarder.model.Arn;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.Tags;

/** Finds the state machine whose executions wrote a log stream. */
final class StateMachines {
  private static final String START = "states/";

  private StateMachines() {}

  /** The name in a stream {@code states/NAME/TIME/ID}; empty if it is another stream. */
  static String name(CloudWatchHeader header) {
    String stream = header.logStream();
    if (!stream.startsWith(START)) {
      return "";
    }
    int end = stream.indexOf('/', START.length());
    return end < 0 ? "" : stream.substring(START.length(), end);
  }

  /** The state machine's ARN, in the account and region of another one. */
  static Arn arn(CloudWatchHeader header, Arn near) {
    return near.beside("states", "stateMachine:" + name(header));
  }

  /** The envelope of its logs. */
  static Envelope envelope(Envelope envelope, Arn machine, Tags fetched, Additions additions) {
    Tags tags = envelope.tags().plus(fetched.text());
    if (additions.stepFunctionTraces()) {
      tags = tags.plus("dd_step_functions_trace_enabled:true");
    }
    Envelope found = envelope.withTags(tags).withHost(machine.text());
    return found.source() == null ? found.withSource("stepfunction") : found;
  }
}
