package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Paging;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.screen.Screen;
import io.sleddog.cli.subject.FunctionState;
import io.sleddog.cli.subject.SubscriptionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends a marked line both ways: to the forwarder itself, and into the function's log group, where
 * the forwarder has to fetch it. Two halves tell in which of them the data stays.
 */
final class Probe {
  private static final Duration PAUSE = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Run run;
  private final Cloud cloud;
  private final FunctionState function;
  private final Findings findings;
  private final String marker;

  /** The id of the invocation that the probe itself makes; empty if AWS does not tell it. */
  private String own = "";

  /**
   * A probe.
   *
   * @param marker stands in the line, so that it is found in Datadog
   */
  Probe(Run run, Cloud cloud, FunctionState function, Findings findings, String marker) {
    this.run = run;
    this.cloud = cloud;
    this.function = function;
    this.findings = findings;
    this.marker = marker;
  }

  /** Sends the lines and follows them to the forwarder. */
  void send(JsonNode forwarder) {
    String line = "{\"message\":\"sleddog doctor --probe " + marker + "\",\"sleddog.probe\":true}";
    try {
      invoke(forwarder, line);
    } catch (AwsFailure e) {
      findings.unknown(Cause.PROBE_SENT, said(e));
    }
    if (findings.isFailed(Cause.NOT_SUBSCRIBED)) {
      findings.unknown(Cause.PROBE_ARRIVED, "no filter fetches it: see SD-LOG-001");
      return;
    }
    try {
      put(forwarder, line);
    } catch (AwsFailure e) {
      findings.unknown(Cause.PROBE_ARRIVED, said(e));
    }
  }

  private static String said(AwsFailure failure) {
    if (failure.isSignedOut()) {
      throw failure;
    }
    return failure.action() + " " + failure.code() + ": " + failure.message();
  }

  private void invoke(JsonNode forwarder, String line) {
    run.screen().note("Sending a test line to the forwarder");
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("FunctionName", forwarder.path("FunctionArn").asText());
    input.put("Payload", event(line));
    JsonNode answer = cloud.service(ServiceName.LAMBDA, function.region()).call("Invoke", input);
    own = answer.path("RequestId").asText("");
    if (answer.hasNonNull("FunctionError")) {
      findings.fail(
          Cause.PROBE_SENT,
          "the forwarder failed with a test line",
          "lambda:Invoke " + Screen.harmless(answer.path("Payload").asText("")),
          "Mend that; see sleddog forwarder tail --since 10m --no-follow");
    } else {
      findings.okUnlessSaid(Cause.PROBE_SENT);
    }
  }

  private String event(String line) {
    String account = function.description().place().account().shape();
    return SubscriptionEvent.of(
        new SubscriptionEvent.Source(account, function.logGroup(), "sleddog-doctor/" + marker),
        List.of(new SubscriptionEvent.Line(run.now().toEpochMilli(), line)));
  }

  private void put(JsonNode forwarder, String line) {
    Service logs = cloud.service(ServiceName.LOGS, function.region());
    Map<String, String> stream = new LinkedHashMap<>();
    stream.put("logGroupName", function.logGroup());
    stream.put("logStreamName", "sleddog-doctor/" + marker);
    create(logs, stream);
    run.watched(() -> leave(logs, stream), () -> put(logs, stream, forwarder, line));
  }

  /** Nobody else makes one of that name: if it is there, a try that seemed to fail made it. */
  private static void create(Service logs, Map<String, String> stream) {
    try {
      logs.call("CreateLogStream", stream);
    } catch (AwsFailure e) {
      if (!e.isAlreadyThere()) {
        throw e;
      }
    }
  }

  /** Nobody waits any more, so the stream goes at once. */
  private void leave(Service logs, Map<String, String> stream) {
    try {
      logs.call("DeleteLogStream", stream);
    } catch (AwsFailure e) {
      run.screen().note("Interrupted: the log stream " + stream + " is left");
    }
  }

  private boolean put(Service logs, Map<String, String> stream, JsonNode forwarder, String line) {
    try {
      Instant sent = run.now();
      Map<String, Object> events = new LinkedHashMap<>(stream);
      events.put("logEvents", List.of(Map.of("timestamp", sent.toEpochMilli(), "message", line)));
      logs.call("PutLogEvents", events);
      judge(arrival(logs, forwarder, sent));
      return true;
    } finally {
      logs.call("DeleteLogStream", stream);
    }
  }

  private void judge(Optional<String> arrival) {
    if (arrival.isPresent()) {
      findings.okUnlessSaid(Cause.PROBE_ARRIVED);
    } else {
      findings.fail(
          Cause.PROBE_ARRIVED,
          "a test line of the log group did not reach the forwarder",
          "no REPORT in its log within " + PATIENCE.toSeconds() + " s of logs:PutLogEvents",
          "Look at the filter and at what is said of SD-LOG-009, SD-FWD-016 and SD-FWD-017");
    }
  }

  /** The forwarder's own record of an invocation that began after the line was put. */
  private Optional<String> arrival(Service logs, JsonNode forwarder, Instant sent) {
    run.screen().note("Waiting for a test line of " + function.logGroup());
    String group = forwarder.path("LoggingConfig").path("LogGroup").asText("");
    Map<String, Object> input = new LinkedHashMap<>();
    String usual = "/aws/lambda/" + forwarder.path("FunctionName").asText();
    input.put("logGroupName", group.isEmpty() ? usual : group);
    input.put("startTime", sent.toEpochMilli());
    for (long i = 0; i <= PATIENCE.toMillis() / PAUSE.toMillis(); i++) {
      Optional<String> report =
          Paging.NEXT_TOKEN_LOWER.all(logs, "FilterLogEvents", input, "events").stream()
              .map(it -> it.path("message").asText())
              .filter(it -> it.startsWith("REPORT ") || it.contains("platform.report"))
              .filter(it -> own.isEmpty() || !it.contains(own))
              .findFirst();
      if (report.isPresent()) {
        return report;
      }
      run.session().time().pause().pause(PAUSE);
    }
    return Optional.empty();
  }
}
