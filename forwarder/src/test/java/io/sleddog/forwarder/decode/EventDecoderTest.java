package io.sleddog.forwarder.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.decode.DecodedEvent.Reply;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.model.AwsEvent;
import io.sleddog.forwarder.model.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderTest {
  private final EventDecoder decoder = new EventDecoder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"awslogs\":{\"data\":\"H4sI\"}} | awslogs | NONE",
        "{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"k\"}}}]} | s3 | NONE",
        "{\"Records\":[{\"Sns\":{\"Message\":\"m\"}}]} | sns | NONE",
        "{\"Records\":[{\"kinesis\":{\"data\":\"\"}}]} | kinesis | FIRST_FAILED_RECORD",
        "{\"Records\":[{\"eventSource\":\"aws:sqs\"}]} | sqs | FAILED_RECORDS",
        "{\"detail\":{}} | events | NONE",
        "{\"retry\":\"True\"} | retry | NONE",
        "{\"Records\":[]} | unknown | NONE",
        "{} | unknown | NONE",
        "[1] | unknown | NONE",
        "no json | unknown | NONE",
        "{\"Records\":[5]} | unknown | NONE"
      })
  void decode_eventOfEachKind_isToldByItsForm(String event, String type, Reply reply) {
    DecodedEvent decoded = decoder.decode(event.getBytes(StandardCharsets.UTF_8));

    assertThat(decoded.type()).isEqualTo(type);
    assertThat(decoded.reply()).isEqualTo(reply);
  }

  @Test
  void decode_retryBesideOthers_isNoRetryAlone() {
    DecodedEvent decoded =
        decoder.decode("{\"retry\":true,\"detail\":{}}".getBytes(StandardCharsets.UTF_8));

    assertThat(decoded.isRetry()).isTrue();
    assertThat(decoded.parts()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "\\/%s", "\\u0042%s", "  %s ", "\n%s\t"})
  void decode_textOfTheDataInAnyNotation_isTheSameBytes(String notation) {
    String start = notation.contains("/") ? "/" : notation.contains("u0042") ? "B" : "";
    byte[] packed = Base64.getDecoder().decode(start + (start.isEmpty() ? "H4sI" : "4sI"));
    String text = String.format(notation, start.isEmpty() ? "H4sI" : "4sI");

    DecodedEvent decoded = decode("{\"awslogs\":{\"a\":\"b\",\"data\":\"" + text + "\"}}");

    assertThat(decoded.parts().get(0).event())
        .isInstanceOfSatisfying(
            AwsEvent.Packed.class,
            event -> {
              Slice data = event.data();
              int from = data.offset();
              assertThat(Arrays.copyOfRange(data.array(), from, data.end())).isEqualTo(packed);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"awslogs\":{\"data\":\"H4sI",
        "{\"awslogs\":{\"data\":\"H4s",
        "{\"awslogs\":{\"data\":\"H4\u00e9I\"}}",
        "{\"awslogs\":{\"data\":\"=H4s\"}}",
        "{\"awslogs\":{\"data\":\""
      })
  void decode_dataThatIsNone_isAnEventOfAnotherKind(String event) {
    assertThat(decode(event).type()).isEqualTo("unknown");
  }

  private DecodedEvent decode(String event) {
    return decoder.decode(event.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void unpack_bomb_isRefused() {
    byte[] bomb = Events.gzip(new byte[Unzipper.MOST + 1]);

    DecodedEvent decoded = decoder.decode(Events.subscription(bomb));

    assertThat(decoder.unpack(decoded.parts().get(0).event())).isInstanceOf(AwsEvent.Unknown.class);
  }

  @Test
  void unpack_severalPackedOnes_eachHasItsOwnText() {
    for (String text : new String[] {"a long text of the first", "b", ""}) {
      DecodedEvent decoded = decoder.decode(Events.subscription(text));

      AwsEvent event = decoder.unpack(decoded.parts().get(0).event());

      assertThat(event)
          .isInstanceOfSatisfying(
              AwsEvent.CloudWatchLogs.class,
              logs -> assertThat(logs.json().text()).isEqualTo(text));
    }
  }
}
