package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import io.sleddog.cli.json.Json;
import io.sleddog.local.functions.BundledParts;
import io.sleddog.local.functions.CodeStaging;
import io.sleddog.local.intake.Fault;
import io.sleddog.local.intake.Intake;
import io.sleddog.local.lambda.RunningFunction;
import io.sleddog.local.lambda.Subscription;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.LogStream;
import io.sleddog.local.model.Payload;
import io.sleddog.local.runtime.RuntimeClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code doctor --probe} with the forwarder's own zip under the runtime interface client, and a
 * real intake behind it: what is put into the log group goes to it as CloudWatch Logs would.
 */
@Timeout(180)
class ProbeIT {
  private static final String REGION = "eu-west-1";
  private static final String FORWARDER = FakeLambda.arn("Forwarder", REGION);
  private static final String GROUP = "/aws/lambda/orders";
  private static final String LOG = "/aws/lambda/Forwarder";

  private final FakeAws aws = new FakeAws();
  private final Console console;
  private final Intake intake = Intake.start(Clock.systemUTC());
  private final List<IntakeRequest> arrived = new CopyOnWriteArrayList<>();
  private final CodeStaging staging = CodeStaging.open();
  private final RunningFunction forwarder;
  private final Subscription subscription;

  ProbeIT(@TempDir Path folder) {
    this.console = new Console(folder, aws);
    BundledParts parts = new BundledParts(folder.resolve("cache"));
    FunctionSpec spec =
        FunctionSpec.of(
                "Forwarder",
                "io.sleddog.forwarder.ForwarderHandler::handleRequest",
                parts.file("forwarder/forwarder.zip"))
            .withEnvironment(intake.forwarderEnvironment())
            .withEnvironment(Map.of("DD_MAX_RETRIES", "1"));
    this.forwarder =
        new RunningFunction(
            staging.stage(spec), new RuntimeClient(parts.folder("runtime")), Clock.systemUTC());
    this.subscription = new Subscription(forwarder, Clock.systemUTC());
  }

  @BeforeEach
  void connect() {
    intake.onRequest(arrived::add);
    aws.lambda().add("Forwarder", REGION).put("Timeout", 120);
    aws.lambda()
        .function("Forwarder", REGION)
        .withObject("/Environment/Variables")
        .put("DD_API_KEY", "0123456789abcdef0123456789abcdef");
    aws.lambda().add("orders", REGION);
    aws.logs().filter(GROUP, "sleddog-forwarder", FORWARDER);
    aws.lambda().onInvoke(event -> invoke(Payload.of(event)));
    aws.logs().onPut(this::deliver);
  }

  @AfterEach
  void close() {
    forwarder.close();
    staging.close();
    intake.close();
  }

  private String invoke(Payload event) {
    try {
      Execution run = forwarder.invoke(event);
      keep(run);
      return run.invocation().payload().text();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void deliver(JsonNode put) {
    List<LogEvent> events = new ArrayList<>();
    for (JsonNode it : put.path("logEvents")) {
      events.add(
          new LogEvent("1", it.path("timestamp").asLong(), it.path("message").asText(), null));
    }
    LogStream stream =
        new LogStream(put.path("logGroupName").asText(), put.path("logStreamName").asText());
    try {
      keep(subscription.deliver(stream, events).forwarder());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the forwarder writes is in its log group. */
  private void keep(Execution run) {
    run.events().forEach(it -> aws.logs().event(LOG, it.timestampMillis(), it.message()));
  }

  @Test
  void probe_wholePath_arrivesTwiceAtTheIntake() {
    int status =
        console.run("doctor", "-f", "orders", "--forwarder", FORWARDER, "--probe", "--json");

    assertThat(verdict("SD-PRB-031")).isEqualTo("ok");
    assertThat(verdict("SD-PRB-032")).isEqualTo("ok");
    assertThat(status).isIn(0, 3);
    List<String> probes =
        arrived.stream()
            .flatMap(it -> it.contents().logs().stream())
            .map(Object::toString)
            .filter(it -> it.contains("sleddog doctor --probe "))
            .toList();
    assertThat(probes).hasSize(2);
    assertThat(aws.calls()).contains("DeleteLogStream");
  }

  @Test
  void probe_intakeRefuses_isTheForwardersFailure() {
    intake.fail(Fault.everywhere(403));

    console.run("doctor", "-f", "orders", "--forwarder", FORWARDER, "--probe", "--json");

    assertThat(verdict("SD-PRB-031")).isEqualTo("fail");
    assertThat(console.out()).contains("Not delivered").doesNotContain("0123456789abcdef");
  }

  private String verdict(String id) {
    for (JsonNode rule : Json.parse(console.out()).at("/result/subjects/0/rules")) {
      if (rule.path("id").asText().equals(id)) {
        return rule.path("verdict").asText();
      }
    }
    return "";
  }
}
