package io.sleddog.samples.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.intake.Intake;
import io.sleddog.local.model.IntakeRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The deployed app where the emulator runs its functions: all parts are the deployed ones. */
final class RunningShop {
  private static final String LOOPBACK = "127.0.0.1";

  /** Time enough to start the forwarder's container on a busy machine. */
  private static final int PATIENCE_SECONDS = 120;

  private final EmulatedAws aws;
  private final String orders;
  private final String forwarder;

  RunningShop(EmulatedAws aws, String orders, String forwarder) {
    this.aws = aws;
    this.orders = orders;
    this.forwarder = forwarder;
  }

  /**
   * Places an order, and gives what the forwarder then sends of it to an intake on this machine.
   */
  List<IntakeRequest> order(String event, InetSocketAddress machine)
      throws IOException, InterruptedException {
    BlockingQueue<IntakeRequest> received = new LinkedBlockingQueue<>();
    try (Intake intake = Intake.start(Clock.systemUTC())) {
      intake.onRequest(received::add);
      Map<String, String> settings = new HashMap<>(intake.forwarderEnvironment());
      int port = Integer.parseInt(settings.get("DD_PORT"));
      try (Relay relay = Relay.start(machine.getAddress(), port)) {
        settings.replaceAll(
            (name, value) ->
                value
                    .replace(LOOPBACK, machine.getHostString())
                    .replace(Integer.toString(port), Integer.toString(relay.port())));
        storeKey(settings.remove("DD_API_KEY"));
        aws.addVariables(forwarder, settings);

        assertThat(aws.invoke(orders, event)).contains("order-");

        return untilAllKinds(received);
      }
    }
  }

  /** Under the name that the app's forwarder reads it from. */
  private void storeKey(String key) {
    aws.deploy(
        "key-" + UUID.randomUUID(),
        """
        {"Resources": {"Key": {"Type": "AWS::SSM::Parameter", "Properties": {
          "Name": "/datadog/api-key", "Type": "String", "Value": "%s"}}}}
        """
            .formatted(key));
  }

  /** The parallel senders' requests come in any order. */
  private static List<IntakeRequest> untilAllKinds(BlockingQueue<IntakeRequest> received)
      throws InterruptedException {
    List<IntakeRequest> all = new ArrayList<>();
    while (!hasAllKinds(all)) {
      IntakeRequest next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("The forwarder sent no more than " + all);
      }
      all.add(next);
    }
    return all;
  }

  private static boolean hasAllKinds(List<IntakeRequest> requests) {
    return requests.stream().anyMatch(it -> !it.contents().spans().isEmpty())
        && requests.stream().anyMatch(it -> !it.contents().points().isEmpty())
        && requests.stream()
            .flatMap(it -> it.contents().logs().stream())
            .anyMatch(log -> log.message().startsWith("REPORT "));
  }
}
