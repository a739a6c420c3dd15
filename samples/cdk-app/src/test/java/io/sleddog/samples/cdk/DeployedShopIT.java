package io.sleddog.samples.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.emulator.AwsEmulator;
import io.sleddog.emulator.UsesAwsEmulator;
import io.sleddog.local.LocalRig;
import io.sleddog.local.intake.Intake;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Span;
import io.sleddog.local.session.Session;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;

/**
 * The app deployed whole: synthesised, its stack created, an order taken by the deployed code, its
 * log written to the deployed log group, and what the subscription sends read by the forwarder. An
 * emulator with containers runs both functions; for another one they run beside it.
 */
@UsesAwsEmulator(functions = true)
class DeployedShopIT {
  private static final String NEWEST_RUNTIME = "\"java25\"";
  private static final String RUNTIME_OF_EMULATORS = "\"java21\"";
  private static final String ORDER =
      """
      {"version": "2.0", "routeKey": "POST /orders", "rawPath": "/orders", "body": "latte",
       "headers": {}, "isBase64Encoded": false,
       "requestContext": {"apiId": "a1", "stage": "$default", "timeEpoch": 1767225600000,
         "domainName": "a1.execute-api.us-east-1.amazonaws.com", "requestId": "r1",
         "http": {"method": "POST", "path": "/orders", "protocol": "HTTP/1.1"}}}
      """;

  private final String bucket = "assets-" + UUID.randomUUID();

  private final AwsEmulator emulator;

  DeployedShopIT(AwsEmulator emulator) {
    this.emulator = emulator;
  }

  @Test
  void shop_deployed_ordersReachTheForwarder(@TempDir Path folder) throws Exception {
    SynthesisedShop shop = SynthesisedShop.in(folder, bucket);
    try (EmulatedAws aws = new EmulatedAws(emulator)) {
      aws.upload(bucket, shop.assets());
      Map<String, StackResource> resources =
          aws.deploy(
              "shop-" + UUID.randomUUID(),
              shop.template().toString().replace(NEWEST_RUNTIME, RUNTIME_OF_EMULATORS));
      String group = physicalId(resources, "OrdersLog");
      String forwarder = physicalId(resources, "ForwarderFunction");
      assertThat(aws.filters(group))
          .as("left out by emulators that do not know the resource")
          .allSatisfy(filter -> assertThat(filter.destinationArn()).endsWith(forwarder));

      String orders = physicalId(resources, "Orders");
      Optional<InetSocketAddress> machine = emulator.functionsSeeThisMachineAt();
      List<IntakeRequest> received =
          machine.isPresent()
              ? new RunningShop(aws, orders, forwarder).order(ORDER, machine.get())
              : forwarded(aws.subscribed(group, shop.declared(), written()));

      assertThat(received).isNotEmpty().allMatch(IntakeRequest::accepted);
      assertThat(received.stream().flatMap(it -> it.contents().spans().stream()))
          .extracting(Span::service)
          .contains("orders");
      assertThat(received.stream().flatMap(it -> it.contents().logs().stream()))
          .extracting(LogEntry::message)
          .anyMatch(message -> message.contains("Placed order"));
    }
  }

  /** What the order service, run as it is deployed, writes for one order. */
  private static List<InputLogEvent> written() throws InterruptedException {
    Path jar = Path.of("../order-service/target/order-service.jar");
    FunctionSpec orders =
        FunctionSpec.of("Orders", "com.example.orders.OrderService", jar)
            .withEnvironment(Map.of("DD_SERVICE", "orders", "DD_ENV", "prod"));
    try (LocalRig rig = LocalRig.open(cache())) {
      Session session = rig.invoke(orders, Payload.of(ORDER));
      return session.executions().get(0).events().stream()
          .map(
              event ->
                  InputLogEvent.builder()
                      .timestamp(event.timestampMillis())
                      .message(event.message())
                      .build())
          .toList();
    }
  }

  /** What an intake receives when the forwarder's zip gets these. */
  private static List<IntakeRequest> forwarded(List<byte[]> sent) throws InterruptedException {
    assertThat(sent).isNotEmpty();
    List<IntakeRequest> received = new ArrayList<>();
    try (Intake intake = Intake.start(Clock.systemUTC());
        LocalRig rig = LocalRig.open(cache())) {
      intake.onRequest(received::add);
      FunctionSpec forwarder =
          FunctionSpec.of(
                  "forwarder",
                  "io.sleddog.forwarder.ForwarderHandler::handleRequest",
                  Path.of("../../forwarder/target/forwarder.zip"))
              .withEnvironment(intake.forwarderEnvironment());
      for (byte[] data : sent) {
        String event =
            "{\"awslogs\":{\"data\":\"" + Base64.getEncoder().encodeToString(data) + "\"}}";
        rig.invoke(forwarder, Payload.of(event));
      }
    }
    return received;
  }

  private static Path cache() {
    return Path.of("target", "parts");
  }

  private static String physicalId(Map<String, StackResource> resources, String prefix) {
    return resources.entrySet().stream()
        .filter(entry -> entry.getKey().matches(prefix + "[0-9A-F]{8}"))
        .map(entry -> entry.getValue().physicalResourceId())
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + prefix + " among " + resources.keySet()));
  }
}
