package io.sleddog.forwarder.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.parse.ObjectReader;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs before and after what their content says was added; {@code ~} is a line break. */
class EnricherTest {
  private final Enricher enricher = new Enricher();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"ddtags\":\"a:b\"} | {} | env:none,service:orders,a:b | orders",
        "{\"x\":1, \"ddtags\":\"a:b, c:d\"}~ | {\"x\": 1} | env:none,service:orders,a:b,c:d | orders",
        "{\"ddtags\":\"a:b\",\"x\":[1,{\"y\":null}]} | {\"x\": [1, {\"y\": null}]} | env:none,service:orders,a:b | orders",
        "{\"ddtags\":\"service:web,a:b\"} | {} | env:none,service:web,a:b | web",
        "{\"ddtags\":\"a:b,service:web,service:other\"} | {} | env:none,a:b,service:web,service:other | web",
        "{\"ddtags\":\"service:\"} | {} | env:none,service:orders,service: | orders",
        "{\"ddtags\":\"\"} | {} | env:none,service:orders | orders",
        "{\"n\":1.50,\"big\":12345678901234567890,\"e\":1e5,\"ddtags\":\"a:b\"} | {\"n\": 1.50, \"big\": 12345678901234567890, \"e\": 1e5} | env:none,service:orders,a:b | orders",
        "{\"s\":\"é \\\" \\n \\u00e9\",\"ddtags\":\"a:b\"} | {\"s\": \"é \\\" \\n é\"} | env:none,service:orders,a:b | orders",
        "{\"ddtags\":\"a:b\",\"ddtags\":\"c:d\"} | {} | env:none,service:orders,c:d | orders"
      })
  void enrich_tagsInAMessage_moveToTheLogsTags(
      String message, String left, String tags, String service) throws IOException {
    LogRecord record = enricher.enrich(Records.of(message.replace('~', '\n')));

    assertThat(record.messageText()).isEqualTo(left);
    assertThat(record.envelope().tags().text()).isEqualTo(tags);
    assertThat(record.envelope().service()).isEqualTo(service);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain text with ddtags",
        "{\"ddtags\":5}",
        "{\"ddtags\":null}",
        "{\"ddtags\":[\"a:b\"]}",
        "{\"ddtags\":{\"a\":\"b\"}}",
        "{\"x\":{\"ddtags\":\"a:b\"}}",
        "[{\"ddtags\":\"a:b\"}]",
        "{\"ddtags\":\"a:b\"",
        "{\"ddtags\":\"a:b\"} more",
        "\"ddtags\""
      })
  void enrich_otherMessage_staysAsItIs(String message) throws IOException {
    LogRecord record = Records.of(message);

    LogRecord enriched = enricher.enrich(record);

    assertThat(enriched.fields().text()).isEqualTo(record.fields().text());
    assertThat(enriched.envelope()).isEqualTo(record.envelope());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":1.50,\"message\":{\"ddtags\":\"a:b, service:web\",\"k\":\"v\"}} | {\"id\":1.50,\"message\":{\"k\":\"v\"}} | env:none,a:b,service:web",
        "{\"message\":{\"k\":\"v\"},\"other\":\"ddtags\"} | {\"message\":{\"k\":\"v\"},\"other\":\"ddtags\"} | env:none,service:orders",
        "{\"message\":{\"k\":{\"ddtags\":\"a:b\"}}} | {\"message\":{\"k\":{\"ddtags\":\"a:b\"}}} | env:none,service:orders",
        "{\"message\":{\"ddtags\":5}} | {\"message\":{\"ddtags\":5}} | env:none,service:orders",
        "{\"message\":null,\"x\":{\"ddtags\":\"a:b\"}} | {\"message\":null,\"x\":{\"ddtags\":\"a:b\"}} | env:none,service:orders",
        "{\"message\":[{\"ddtags\":\"a:b\"}]} | {\"message\":[{\"ddtags\":\"a:b\"}]} | env:none,service:orders"
      })
  void enrich_tagsInAMessageThatIsAnObject_moveToo(String log, String left, String tags)
      throws IOException {
    LogRecord record = enricher.enrich(ObjectReader.only(Slice.of(log), Records.envelope()));

    assertThat("{" + record.fields().text() + "}").isEqualTo(left);
    assertThat(record.envelope().tags()).isEqualTo(new Tags(tags));
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:sts::601427279990:assumed-role/gke-90725aa7-management/i-99999999, i-99999999",
    "arn:aws:sts::1:assumed-role/r/i-08014e4f62ccf762d, i-08014e4f62ccf762d",
    "arn:aws-us-gov:sts::1:assumed-role/r/i-08014e4f62ccf762d, i-08014e4f62ccf762d",
    "arn:aws-cn:sts::1:assumed-role/path/r/i-08014e4f, i-08014e4f",
    "arn:aws:sts::1:assumed-role/r/i-08014E4F, host",
    "arn:aws:sts::1:assumed-role/r/i-08014e4, host",
    "arn:aws:sts::1:assumed-role/r/i-08014e4f62ccf762dd, host",
    "arn:aws:sts::1:assumed-role/r/xi-08014e4f, host",
    "arn:aws:iam::1:role/r/i-08014e4f, host",
    "arn:aws:iam::1:root, host",
    "i-08014e4f, host",
    "'', host"
  })
  void enrich_cloudTrailOfAnInstance_hasItAsHost(String arn, String host) throws IOException {
    String event =
        "{\"x\":{\"arn\":\"no\"},\"userIdentity\":{\"type\":\"a\",\"arn\":\"" + arn + "\"}}";
    Envelope envelope = Records.envelope().withSource("cloudtrail").withHost("host");

    LogRecord inMessage = enricher.enrich(Records.of(event).withEnvelope(envelope));
    LogRecord itself = enricher.enrich(ObjectReader.only(Slice.of(event), envelope));
    LogRecord elsewhere =
        enricher.enrich(Records.of(event).withEnvelope(envelope.withSource("cloudwatch")));

    assertThat(inMessage.envelope().host()).isEqualTo(host);
    assertThat(itself.envelope().host()).isEqualTo(host);
    assertThat(elsewhere.envelope().host()).isEqualTo("host");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text",
        "{\"userIdentity\":null}",
        "{\"userIdentity\":\"x\"}",
        "{\"userIdentity\":[]}",
        "{\"userIdentity\":{\"arn\":5}}",
        "{\"userIdentity\":{",
        "[]",
        ""
      })
  void enrich_cloudTrailOfAnotherForm_keepsItsHost(String message) throws IOException {
    Envelope envelope = Records.envelope().withSource("cloudtrail").withHost("host");

    LogRecord record = enricher.enrich(Records.of(message).withEnvelope(envelope));

    assertThat(record.envelope().host()).isEqualTo("host");
    assertThat(record.messageText()).isEqualTo(message);
  }
}
