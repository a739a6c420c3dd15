package io.sleddog.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.events.CallerContext;
import io.sleddog.local.events.TriggerSample;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Span;
import io.sleddog.local.session.Session;
import io.sleddog.local.testing.Loud;
import io.sleddog.local.testing.TestCode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every sample event under the real wrapper, with every way to hand on a trace. */
@Timeout(300)
class TriggersIT {
  private static final long CALLER = 0x1234_5678_9abc_def1L;

  /** The wrapper's word for each trigger; one without a word is known by its carrier alone. */
  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          Map.entry("http-api", "api-gateway"),
          Map.entry("rest-api", "api-gateway"),
          Map.entry("websocket", "api-gateway"),
          Map.entry("authorizer", "api-gateway"),
          Map.entry("function-url", "lambda-function-url"),
          Map.entry("load-balancer", "application-load-balancer"),
          Map.entry("sqs", "sqs"),
          Map.entry("sns-to-sqs", "sqs"),
          Map.entry("event-bridge-to-sqs", "sqs"),
          Map.entry("sns", "sns"),
          Map.entry("event-bridge", "eventbridge"),
          Map.entry("schedule", "cloudwatch-events"),
          Map.entry("step-functions", "states"),
          Map.entry("kinesis", "kinesis"),
          Map.entry("dynamo-db", "dynamodb"),
          Map.entry("s3", "s3"),
          Map.entry("kafka", "msk"),
          Map.entry("cloud-front", "cloudfront"),
          Map.entry("cloud-watch-logs", "cloudwatch-logs"),
          Map.entry("app-sync", "none"),
          Map.entry("vpc-lattice", "none"),
          Map.entry("direct", "none"));

  private final Path folder;

  TriggersIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everySample_inEveryContext_isKnownAndContinuesTheTrace() throws Exception {
    FunctionSpec echo = TestCode.function(folder, Loud.class);
    List<String> wrong = new ArrayList<>();
    try (LocalRig rig = LocalRig.open(folder.resolve("cache"))) {
      for (TriggerSample sample : TriggerSample.all()) {
        for (CallerContext context : sample.contexts()) {
          Payload event = sample.event(context, () -> CALLER, Clock.systemUTC().millis());
          String fault = fault(sample, context, rig.invoke(echo, event));
          if (!fault.isEmpty()) {
            wrong.add(sample.id() + " " + context + ": " + fault);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String fault(TriggerSample sample, CallerContext context, Session session) {
    Span root =
        session.arrived().spans().stream()
            .filter(span -> span.name().equals("aws.lambda"))
            .findFirst()
            .orElseThrow();
    String source = root.meta().getOrDefault("function_trigger.event_source", "none");
    if (!source.equals(SOURCES.get(sample.id()))) {
      return "its source is " + source;
    }
    boolean continued = root.traceId() == CALLER;
    return continued == (context != CallerContext.NONE) ? "" : "its trace is " + root.traceIdHex();
  }
}
