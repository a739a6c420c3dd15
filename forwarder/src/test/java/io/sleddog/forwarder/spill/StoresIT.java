package io.sleddog.forwarder.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.aws.S3Client;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.http.Pause;
import io.sleddog.forwarder.http.UrlConnectionTransport;
import io.sleddog.forwarder.model.Deadline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both stores at the emulator of AWS that {@code AWS_ENDPOINT_URL} names. */
class StoresIT {
  private static final String ENDPOINT = System.getenv().getOrDefault("AWS_ENDPOINT_URL", "");

  private final String name = "spill-" + UUID.randomUUID();

  @BeforeEach
  void needEmulator() {
    assumeTrue(!ENDPOINT.isEmpty(), "AWS_ENDPOINT_URL is not set: no emulator of S3 and SQS");
  }

  @Test
  void s3Store_wholeLife_works() throws Exception {
    create("s3", "PUT", "/" + name, "");

    wholeLife(new S3Store(new S3Client(client()), name, "f"));
  }

  @Test
  void sqsStore_wholeLife_works() throws Exception {
    create("sqs", "POST", "/", "{\"QueueName\":\"" + name + "\"}");

    wholeLife(new SqsStore(client(), ENDPOINT + "/123456789012/" + name, "f", null));
  }

  private static void wholeLife(Store store) throws IOException {
    store.put("logs/1", "{\"é\":1}".getBytes(StandardCharsets.UTF_8), soon());
    Store.Entry entry = store.open().next(soon());
    assertThat(entry).isNotNull();
    assertThat(entry.name()).isEqualTo("logs/1");
    assertThat(entry.document().text()).isEqualTo("{\"é\":1}");

    store.remove(entry, soon());

    assertThat(store.open().next(soon())).isNull();
  }

  private static void create(String service, String method, String path, String json)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ENDPOINT + path))
            .method(method, BodyPublishers.ofString(json))
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "AmazonSQS.CreateQueue")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/"
                    + service
                    + "/aws4_request, SignedHeaders=host, Signature=0")
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  private static Deadline soon() {
    return Deadline.in(20_000, System::nanoTime);
  }

  private static AwsClient client() {
    Map<String, String> environment = new HashMap<>();
    environment.put("DD_API_KEY", "0123456789abcdef0123456789abcdef");
    environment.put("AWS_ENDPOINT_URL", ENDPOINT);
    environment.put("AWS_REGION", "us-east-1");
    environment.put("AWS_ACCESS_KEY_ID", "test");
    environment.put("AWS_SECRET_ACCESS_KEY", "test");
    ForwarderConfig config = ForwarderConfig.from(environment);
    UrlConnectionTransport transport = new UrlConnectionTransport(config.network());
    return new AwsClient(config.aws(), transport, Clock.systemUTC(), Pause.REAL);
  }
}
