package io.sleddog.samples.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sleddog.local.LocalRig;
import io.sleddog.local.intake.Intake;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Span;
import io.sleddog.local.session.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.StackProps;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.SubscriptionFilter;

/**
 * The app deployed whole: synthesised, its stack created, an order taken by the deployed code, its
 * log written to the deployed log group, and what the subscription sends read by the forwarder.
 */
class DeployedShopIT {
  private static final String NEWEST_RUNTIME = "\"java25\"";
  private static final String RUNTIME_OF_EMULATORS = "\"java21\"";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ORDER =
      """
      {"version": "2.0", "routeKey": "POST /orders", "rawPath": "/orders", "body": "latte",
       "headers": {}, "isBase64Encoded": false,
       "requestContext": {"apiId": "a1", "stage": "$default", "timeEpoch": 1767225600000,
         "domainName": "a1.execute-api.us-east-1.amazonaws.com", "requestId": "r1",
         "http": {"method": "POST", "path": "/orders", "protocol": "HTTP/1.1"}}}
      """;

  private final String bucket = "assets-" + UUID.randomUUID();

  @Test
  void shop_deployed_ordersReachTheForwarder(@TempDir Path folder) throws Exception {
    String endpoint = System.getenv().getOrDefault("AWS_ENDPOINT_URL", "");
    assumeTrue(!endpoint.isEmpty(), "skipped: AWS_ENDPOINT_URL names no emulator of AWS");
    JsonNode template = synthesise(folder);
    try (EmulatedAws aws = new EmulatedAws(URI.create(endpoint))) {
      aws.upload(bucket, assets(folder));
      Map<String, StackResource> resources =
          aws.deploy(
              "shop-" + UUID.randomUUID(),
              template.toString().replace(NEWEST_RUNTIME, RUNTIME_OF_EMULATORS));
      String group = physicalId(resources, "OrdersLog");
      SubscriptionFilter declared = declared(template);

      assertThat(physicalId(resources, "Orders")).isNotEmpty();
      assertThat(aws.filters(group))
          .as("left out by emulators that do not know the resource")
          .allSatisfy(filter -> assertThat(filter.filterName()).isEqualTo(declared.filterName()));

      List<byte[]> sent = aws.subscribed(group, declared, written());
      assertThat(sent).isNotEmpty();
      List<IntakeRequest> received = forwarded(sent);

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

  private JsonNode synthesise(Path folder) throws IOException {
    App app = new App(AppProps.builder().outdir(folder.toString()).build());
    StackProps props =
        StackProps.builder()
            .synthesizer(
                DefaultStackSynthesizer.Builder.create()
                    .fileAssetsBucketName(bucket)
                    .generateBootstrapVersionRule(false)
                    .build())
            .build();
    new ShopStack(app, "Shop", "../order-service/target/order-service.jar", props);
    app.synth();
    return JSON.readTree(folder.resolve("Shop.template.json").toFile());
  }

  /** The files that the app's functions are made of, by the keys that the template names. */
  private static Map<String, Path> assets(Path folder) throws IOException {
    JsonNode manifest = JSON.readTree(folder.resolve("Shop.assets.json").toFile());
    Map<String, Path> files = new HashMap<>();
    for (JsonNode file : manifest.path("files")) {
      Path path = folder.resolve(file.at("/source/path").asText());
      if (Files.isRegularFile(path)) {
        files.put(file.path("destinations").elements().next().path("objectKey").asText(), path);
      }
    }
    return files;
  }

  private static SubscriptionFilter declared(JsonNode template) {
    for (JsonNode resource : template.path("Resources")) {
      if (resource.path("Type").asText().equals("AWS::Logs::SubscriptionFilter")) {
        return SubscriptionFilter.builder()
            .filterName(resource.at("/Properties/FilterName").asText())
            .filterPattern(resource.at("/Properties/FilterPattern").asText())
            .build();
      }
    }
    throw new AssertionError("The template subscribes nothing");
  }

  private static String physicalId(Map<String, StackResource> resources, String prefix) {
    return resources.entrySet().stream()
        .filter(entry -> entry.getKey().matches(prefix + "[0-9A-F]{8}"))
        .map(entry -> entry.getValue().physicalResourceId())
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + prefix + " among " + resources.keySet()));
  }
}
