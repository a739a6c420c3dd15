package io.sleddog.forwarder.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.RecordingIntake;
import io.sleddog.forwarder.http.Pause;
import io.sleddog.forwarder.http.UrlConnectionTransport;
import io.sleddog.forwarder.model.Arn;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Invocation;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.telemetry.Counters;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags of the emulator of AWS that {@code AWS_ENDPOINT_URL} names, shared by its S3. */
class ResourceTagsIT {
  private static final String ENDPOINT = System.getenv().getOrDefault("AWS_ENDPOINT_URL", "");
  private static final String ACCOUNT = "123456789012";

  private final String name = "tags-" + UUID.randomUUID();
  private final Invocation invocation =
      new Invocation(arn("lambda", "function:" + name).text(), name, "$LATEST", "r", 128);

  @BeforeEach
  void needEmulator() {
    assumeTrue(!ENDPOINT.isEmpty(), "AWS_ENDPOINT_URL is not set: no emulator of AWS");
  }

  @Test
  void ofBucket_tagsOfAws_areFoundAndShared() throws Exception {
    create("s3", "PUT", "/" + name, "", "");
    create(
        "s3",
        "PUT",
        "/" + name + "?tagging",
        "",
        "<Tagging><TagSet><Tag><Key>Cost</Key><Value>A B</Value></Tag></TagSet></Tagging>");

    for (String expected : new String[] {"get_s3_resources_api_calls=1", ""}) {
      ResourceTags tags = tags();
      Tags found = tags.ofBucket(name, invocation, soon());

      assertThat(found.text()).isEqualTo("cost:a_b");
      Counters counters = new Counters();
      tags.report(counters);
      assertThat(counters.summary()).startsWith(expected);
      assertThat(counters.summary()).doesNotContain("failure");
    }
  }

  @Test
  void ofLogGroup_tagsOfAws_areFound() throws Exception {
    create("s3", "PUT", "/" + name, "", "");
    create(
        "logs",
        "POST",
        "/",
        "Logs_20140328.CreateLogGroup",
        "{\"logGroupName\":\"/a/" + name + "\",\"tags\":{\"Owner\":\"Ops\"}}");

    Tags found = tags().ofLogGroup(arn("logs", "log-group:/a/" + name), invocation, soon());

    assertThat(found.text()).isEqualTo("owner:ops");
  }

  private ResourceTags tags() {
    Map<String, String> environment = new HashMap<>();
    environment.put("DD_API_KEY", RecordingIntake.KEY);
    environment.put("AWS_ENDPOINT_URL", ENDPOINT);
    environment.put("AWS_REGION", "us-east-1");
    environment.put("AWS_ACCESS_KEY_ID", "test");
    environment.put("AWS_SECRET_ACCESS_KEY", "test");
    environment.put("DD_FETCH_S3_TAGS", "true");
    environment.put("DD_FETCH_LOG_GROUP_TAGS", "true");
    environment.put("DD_S3_BUCKET_NAME", name);
    ForwarderConfig config = ForwarderConfig.from(environment);
    UrlConnectionTransport transport = new UrlConnectionTransport(config.network());
    AwsClient aws = new AwsClient(config.aws(), transport, Clock.systemUTC(), Pause.REAL);
    return new ResourceTags(config.tags(), aws, Clock.systemUTC(), Pause.REAL);
  }

  private static void create(String service, String method, String path, String target, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ENDPOINT + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", target)
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/"
                    + service
                    + "/aws4_request, SignedHeaders=host, Signature=0")
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
        .isBetween(200, 204);
  }

  private static Deadline soon() {
    return Deadline.in(20_000, System::nanoTime);
  }

  private static Arn arn(String service, String resource) {
    return new Arn("aws", service, "us-east-1", ACCOUNT, resource);
  }
}
