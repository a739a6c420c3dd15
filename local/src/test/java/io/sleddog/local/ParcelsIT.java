package io.sleddog.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.front.Shape;
import io.sleddog.local.functions.Templates;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Span;
import io.sleddog.local.model.Target;
import io.sleddog.local.session.Session;
import io.sleddog.local.testing.PageClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Functions of a template that reach each other through the real AWS SDK, and by HTTP. */
@Timeout(180)
class ParcelsIT {
  private static final Path SAMPLE = Path.of("../samples/parcel-service");
  private static final String EVENT =
      "{\"version\":\"2.0\",\"routeKey\":\"POST /parcels/{id}\",\"rawPath\":\"/parcels/p-1\","
          + "\"pathParameters\":{\"id\":\"p-1\"},\"requestContext\":{\"stage\":\"$default\","
          + "\"domainName\":\"shop.example.com\",\"http\":{\"method\":\"POST\"}}}";

  private final Path folder;
  private LocalOptions options;

  ParcelsIT(@TempDir Path folder) {
    this.folder = folder;
    this.options = new LocalOptions(folder, List.of(), null);
  }

  @BeforeEach
  void copyTheSample() throws Exception {
    Path template = folder.resolve("template.yaml");
    Files.copy(SAMPLE.resolve("template.yaml"), template);
    Files.createDirectory(folder.resolve("target"));
    Path jar = Path.of("target/samples/parcel-service.jar");
    Files.copy(jar, folder.resolve("target/parcel-service.jar"));
    options = options(Map.of(), List.of(new NamedEvent("accept", Payload.of(EVENT))));
  }

  /** The functions with these variables; the counter gets the events. */
  private LocalOptions options(Map<String, String> environment, List<NamedEvent> events)
      throws Exception {
    Path template = folder.resolve("template.yaml");
    List<Target> targets = new ArrayList<>();
    for (var function : Templates.functions(template)) {
      boolean counter = function.name().equals("Counter");
      targets.add(
          new Target(function.withEnvironment(environment), true, counter ? events : List.of()));
    }
    return new LocalOptions(folder.resolve("cache"), targets, null)
        .withRoutes(Templates.routes(template));
  }

  @Test
  void once_fourWaysToAFunction_areOneTrace() throws Exception {
    Session session = new Local(options).once();

    assertThat(session.executions()).hasSize(5);
    assertThat(session.ok()).isTrue();
    Set<String> traces =
        session.arrived().spans().stream()
            .map(span -> Span.hex(span.traceId()))
            .collect(Collectors.toSet());
    assertThat(traces).hasSize(1);
    assertThat(session.arrived().logs())
        .extracting(log -> log.message().strip())
        .contains(
            "Accepted p-1",
            "Sorted a parcel that came by queue",
            "Sorted a parcel that came by topic",
            "Sorted a parcel that came by bus",
            "Sorted a parcel that came by call");
  }

  @Test
  void live_thePage_showsAllInvocationsInOneWaterfall() throws Exception {
    try (Live live = new Local(options).live(LiveOptions.page(0))) {
      PageClient page = new PageClient(live.link());
      JsonNode rows = page.awaitArrived(5);

      JsonNode trace = page.get("traces/" + rows.path(0).path(15).asText());

      Set<String> invocations = new TreeSet<>();
      Set<String> ids = new TreeSet<>();
      trace.path("spans").forEach(span -> invocations.add(span.path("invocation").asText()));
      trace.path("spans").forEach(span -> ids.add(span.path("id").asText()));
      assertThat(invocations).hasSize(5);
      assertThat(trace.path("spans"))
          .filteredOn(span -> !span.path("name").asText().equals("aws.lambda.load"))
          .filteredOn(span -> !ids.contains(span.path("parent").asText()))
          .as("spans without a parent in the trace")
          .hasSize(1);
      assertThat(page.get("findings").path("findings")).as(Json.write(trace)).isEmpty();
    }
  }

  @Test
  void http_aRequest_isAnsweredByTheRoutesFunction() throws Exception {
    LiveOptions wanted =
        LiveOptions.page(0).withHttp(new LiveOptions.HttpOptions(0, Shape.HTTP_API));
    try (Live live = new Local(options).live(wanted)) {
      HttpResponse<String> answer = post(live, "/parcels/p-9");

      assertThat(answer.statusCode()).isEqualTo(201);
      assertThat(answer.body()).isEqualTo("\"sorted\"");
    }
  }

  @Test
  void http_aFunctionThatAsksAnother_isOneTrace() throws Exception {
    int port = freePort();
    options = options(Map.of("SORTER_URL", "http://127.0.0.1:" + port + "/Sorter"), List.of());
    LiveOptions wanted =
        LiveOptions.page(0).withHttp(new LiveOptions.HttpOptions(port, Shape.HTTP_API));
    try (Live live = new Local(options).live(wanted)) {
      HttpResponse<String> answer = post(live, "/deliveries/p-9");
      PageClient page = new PageClient(live.link());
      JsonNode rows = page.awaitArrived(2);

      JsonNode trace = page.get("traces/" + rows.path(0).path(15).asText());

      assertThat(answer.body()).contains("sorted");
      assertThat(trace.path("spans"))
          .filteredOn(span -> span.path("name").asText().equals("aws.lambda"))
          .extracting(span -> span.path("resource").asText())
          .containsExactlyInAnyOrder("Courier", "Sorter");
    }
  }

  private static HttpResponse<String> post(Live live, String path) throws Exception {
    URI address = URI.create(live.front().orElseThrow()).resolve(path);
    HttpRequest request =
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.noBody()).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
