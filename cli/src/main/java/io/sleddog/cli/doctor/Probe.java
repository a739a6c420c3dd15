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
    logs.call("CreateLogStream", stream);
    try {
      Instant sent = run.now();
      Map<String, Object> events = new LinkedHashMap<>(stream);
      events.put("logEvents", List.of(Map.of("timestamp", sent.toEpochMilli(), "message", line)));
      logs.call("PutLogEvents", events);
      judge(arrival(logs, forwarder, sent));
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
    String own = forwarder.path("LoggingConfig").path("LogGroup").asText("");
    Map<String, Object> input = new LinkedHashMap<>();
    String usual = "/aws/lambda/" + forwarder.path("FunctionName").asText();
    input.put("logGroupName", own.isEmpty() ? usual : own);
    input.put("startTime", sent.toEpochMilli());
    for (long i = 0; i <= PATIENCE.toMillis() / PAUSE.toMillis(); i++) {
      Optional<String> report =
          Paging.NEXT_TOKEN_LOWER.all(logs, "FilterLogEvents", input, "events").stream()
              .map(it -> it.path("message").asText())
              .filter(it -> it.startsWith("REPORT ") || it.contains("platform.report"))
              .findFirst();
      if (report.isPresent()) {
        return report;
      }
      run.session().time().pause().pause(PAUSE);
    }
    return Optional.empty();
  }
}
