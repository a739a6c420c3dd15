package io.sleddog.forwarder.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Deadlines;
import io.sleddog.forwarder.fixture.FakeTransport;
import io.sleddog.forwarder.fixture.RecordingIntake;
import io.sleddog.forwarder.http.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3ClientTest {
  private static final String GONE = "<Error><Code>NoSuchKey</Code></Error>";

  private final FakeTransport transport = new FakeTransport();

  @Test
  void find_object_hasContentTimeAndTag() throws IOException {
    transport.answer(
        200, Map.of("last-modified", "Sat, 31 Jan 2026 12:00:00 GMT", "etag", "\"e\""), "text");

    StoredObject found = client().find("b", "k", Deadlines.far()).orElseThrow();

    assertThat(found.content().text()).isEqualTo("text");
    assertThat(found.modified()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
    assertThat(found.etag()).isEqualTo("\"e\"");
    assertThat(transport.requests().get(0).url())
        .isEqualTo("https://b.s3.us-east-1.amazonaws.com/k");
  }

  @Test
  void find_timeThatIsNone_isLongAgo() throws IOException {
    transport.answer(200, Map.of("last-modified", "soon"), "text");

    assertThat(client().find("b", "k", Deadlines.far()).orElseThrow().modified())
        .isEqualTo(Instant.EPOCH);
  }

  @Test
  void find_noObject_isEmpty() throws IOException {
    transport.answer(404, GONE);

    assertThat(client().find("b", "k", Deadlines.far())).isEmpty();
  }

  @Test
  void find_refused_saysWhy() {
    transport.answer(403, "<Error><Code>AccessDenied</Code></Error>");

    assertThatThrownBy(() -> client().find("b", "k", Deadlines.far()))
        .hasMessage("s3: status 403, AccessDenied");
  }

  @ParameterizedTest
  @CsvSource({"'', if-none-match, *", "'\"e\"', if-match, '\"e\"'"})
  void putIfUnchanged_object_isWrittenOnACondition(String etag, String header, String value)
      throws IOException {
    transport.answer(200, "");

    assertThat(client().putIfUnchanged("b", "k", etag, Deadlines.far())).isTrue();
    HttpRequest request = transport.requests().get(0);
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.headers()).containsEntry(header, value);
    assertThat(request.headers().get("Authorization")).contains(header);
  }

  @ParameterizedTest
  @CsvSource({"409, ConditionalRequestConflict", "412, PreconditionFailed"})
  void putIfUnchanged_somebodyWasFaster_isFalse(int status, String code) throws IOException {
    transport.answer(status, "<Error><Code>" + code + "</Code></Error>");

    assertThat(client().putIfUnchanged("b", "k", "", Deadlines.far())).isFalse();
  }

  @Test
  void invoke_function_isAskedForInItsRegion() throws IOException {
    transport.answer(202, "");
    String arn = "arn:aws:lambda:eu-west-1:123456789012:function:f:live";
    byte[] event = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    new FunctionClient(aws()).invoke(arn, event, Deadlines.far());

    HttpRequest request = transport.requests().get(0);
    assertThat(request.url())
        .isEqualTo(
            "https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/"
                + "arn%3Aaws%3Alambda%3Aeu-west-1%3A123456789012%3Afunction%3Af%3Alive/invocations");
    assertThat(request.headers()).containsEntry("x-amz-invocation-type", "Event");
    assertThat(request.headers().get("Authorization")).contains("/eu-west-1/lambda/");
    assertThat(request.body().text()).isEqualTo("{\"a\":1}");
  }

  @Test
  void invoke_functionByName_isInTheOwnRegion() throws IOException {
    transport.answer(202, "");

    new FunctionClient(aws()).invoke("f", new byte[0], Deadlines.far());

    assertThat(transport.requests().get(0).url())
        .isEqualTo("https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/f/invocations");
  }

  @Test
  void sha1_text_isItsShortName() {
    assertThat(Hashes.sha1("arn:aws:lambda:us-east-1:012345678912:function:test_function"))
        .isEqualTo("302b4dd9f83e8e6509c03301a637ef30f0acb8c9");
  }

  private S3Client client() {
    return new S3Client(aws());
  }

  private AwsClient aws() {
    ForwarderConfig config =
        ForwarderConfig.from(
            Map.of(
                "DD_API_KEY", RecordingIntake.KEY,
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test"));
    return new AwsClient(config.aws(), transport, Clock.systemUTC(), millis -> {});
  }
}
