package io.sleddog.forwarder.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.model.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables by which words of Datadog become words of OpenTelemetry. */
class MappingTest {

  @ParameterizedTest
  @CsvSource({
    "'', serverless, 2",
    "'', web, 2",
    "'', http, 3",
    "'', sql, 3",
    "'', redis, 3",
    "'', '', 1",
    "'', worker, 1",
    "producer, '', 4",
    "CONSUMER, '', 5",
    "client, web, 3",
    "internal, http, 1",
    "unspecified, sql, 3"
  })
  void kind_span_isItsWordOrItsType(String word, String type, int kind) {
    Span.Ids ids = new Span.Ids(0, 1, 1, 0);
    Map<String, String> meta = Map.of("span.kind", word);

    assertThat(SpanKinds.of(new Span(ids, "s", "n", "r", type, 1, 1, 0, meta, Map.of())))
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "http.method, http.request.method",
    "http.url, url.full",
    "http.useragent, user_agent.original",
    "http.client_ip, client.address",
    "http.version, network.protocol.version",
    "http.server_name, server.address",
    "http.referrer, http.request.header.referrer",
    "http.request.content_length, http.request.body.size",
    "http.response.content_length, http.response.body.size",
    "http.status_code, http.response.status_code",
    "http.request.headers.x-a, http.request.header.x-a",
    "http.route, http.route",
    "_sampling_priority_v1, sampling.priority",
    "_dd.measured, _dd.measured",
    "_dd.p.tid, ''",
    "_dd.origin, ''",
    "_top_level, ''",
    "_inferred_span.tag_source, ''",
    "span.kind, ''",
    "events, ''",
    "team, team"
  })
  void name_attribute_isOpenTelemetrys(String name, String expected) {
    assertThat(SpanNames.of(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "trace, 1",
    "DEBUG, 5",
    "Info, 9",
    "warn, 13",
    "WARNING, 13",
    "error, 17",
    "critical, 18",
    "fatal, 21",
    "odd, 0"
  })
  void severity_word_hasItsNumber(String word, int number) {
    assertThat(Severity.of(word)).isEqualTo(new Severity(word, number));
    assertThat(Severity.of("")).isSameAs(Severity.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "dd.trace_id=10 dd.span_id=255,0000000000000000000000000000000a,00000000000000ff",
        "{\"dd.trace_id\": \"10\"; \"dd.span_id\": \"1\"},0000000000000000000000000000000a,0000000000000001",
        "dd.trace_id: 18446744073709551615,0000000000000000ffffffffffffffff,~~",
        "[dd.trace_id=0123456789abcdef0123456789ABCDEF x],0123456789abcdef0123456789ABCDEF,~~",
        "dd.trace_id=00000000000000000000000000000000,~~,~~",
        "dd.trace_id=0 dd.span_id=0,~~,~~",
        "dd.trace_id=none dd.span_id=x,~~,~~",
        "dd.trace_id= dd.span_id=99999999999999999999,~~,~~",
        "dd.trace_id,~~,~~",
        "no ids,~~,~~"
      })
  void ids_text_areFoundInIt(String text, String trace, String span) {
    assertThat(TraceIds.trace(text)).isEqualTo(trace);
    assertThat(TraceIds.span(text)).isEqualTo(span);
  }

  @Test
  void ofTags_sameKeyTwice_isJoined() {
    assertThat(Values.ofTags("a:1,a:2,a:1,b,c:d:e"))
        .isEqualTo(Map.of("a", "1,2,1", "b", "", "c", "d:e"));
    assertThat(Values.ofTags(List.of("a:1", "a:1"))).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void producer_functionOfOtherPartitions_hasItsArn() {
    for (String[] place :
        new String[][] {
          {"us-gov-west-1", "aws-us-gov"}, {"cn-north-1", "aws-cn"}, {"eu-west-1", "aws"}
        }) {
      Map<String, String> tags = new LinkedHashMap<>();
      tags.put("functionname", "f");
      tags.put("region", place[0]);
      tags.put("aws_account", "1");

      assertThat(ProducerTags.producer("s", tags).attributes())
          .containsEntry("faas.id", "arn:" + place[1] + ":lambda:" + place[0] + ":1:function:f")
          .containsEntry("cloud.platform", "aws_lambda");
    }
  }

  @Test
  void producer_nothingKnown_isOnAws() {
    assertThat(ProducerTags.producer("", Map.of("env", "none")).attributes())
        .isEqualTo(Map.of("cloud.provider", "aws"));
    assertThat(ProducerTags.producer("", Map.of("functionname", "f")).attributes())
        .doesNotContainKey("faas.id");
  }
}
