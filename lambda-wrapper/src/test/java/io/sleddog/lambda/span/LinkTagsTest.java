package io.sleddog.lambda.span;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.context.SpanLink;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.trigger.Pointer;
import io.sleddog.lambda.trigger.Trigger;
import io.sleddog.lambda.trigger.Triggers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTagsTest {
  private static final SpanLink ONE = new SpanLink(1, 2, 3, "batch");

  @Test
  void json_nothing_isNoTag() {
    assertThat(LinkTags.json(List.of(), List.of())).isNull();
  }

  @Test
  void json_links_haveWholeIdsAndTheirReason() {
    SpanLink other = new SpanLink(0, -1, Long.MIN_VALUE, "odd \"reason\"");
    assertThat(LinkTags.json(List.of(ONE, other), List.of()))
        .isEqualTo(
            "[{\"trace_id\":\"00000000000000010000000000000002\",\"span_id\":\"0000000000000003\","
                + "\"attributes\":{\"reason\":\"batch\"}},"
                + "{\"trace_id\":\"0000000000000000ffffffffffffffff\",\"span_id\":\"8000000000000000\","
                + "\"attributes\":{\"reason\":\"odd \\\"reason\\\"\"}}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "aws:s3 | {\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"mybucket\"},"
            + "\"object\":{\"key\":\"mykey\",\"eTag\":\"123abc\"}}}"
            + " | aws.s3.object | 8d49f5b0b742484159d4cd572bae1ce5",
        "aws:s3 | {\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"mybucket\"},"
            + "\"object\":{\"key\":\"mykey\",\"eTag\":\"\\\"123abc\\\"\"}}}"
            + " | aws.s3.object | 8d49f5b0b742484159d4cd572bae1ce5",
        "aws:dynamodb | {\"eventSourceARN\":\"arn:aws:dynamodb:eu-west-1:1:table/some-table/stream/x\","
            + "\"dynamodb\":{\"Keys\":{\"some-key\":{\"S\":\"some-value\"}}}}"
            + " | aws.dynamodb.item | 7f1aee721472bcb48701d45c7c7f7821",
        "aws:dynamodb | {\"eventSourceARN\":\"arn:aws:dynamodb:eu-west-1:1:table/some-table/stream/x\","
            + "\"dynamodb\":{\"Keys\":{\"some-key\":{\"S\":\"some-other-value\"}}}}"
            + " | aws.dynamodb.item | 36b820424312a6069bd3f2185f1af584",
      })
  void json_pointers_haveDatadogsHash(String source, String members, String kind, String hash) {
    String event =
        "{\"Records\":[{\"eventSource\":\"" + source + "\"," + members.substring(1) + "]}";
    Trigger trigger = new Triggers(true).detect(Json.parse(event.getBytes(UTF_8)));
    List<Pointer> pointers = new ArrayList<>();
    trigger.point(pointers);
    assertThat(pointers).hasSize(1);
    assertThat(requireNonNull(LinkTags.json(List.of(), pointers)))
        .contains("\"ptr.kind\":\"" + kind + "\"", "\"ptr.hash\":\"" + hash + "\"")
        .contains("\"ptr.dir\":\"u\"", "\"link.kind\":\"span-pointer\"");
    assertThat(requireNonNull(LinkTags.json(List.of(ONE), pointers)))
        .startsWith("[{\"trace_id\":\"00000000000000010000000000000002\"");
  }
}
