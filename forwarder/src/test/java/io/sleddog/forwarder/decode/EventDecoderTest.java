package io.sleddog.forwarder.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.decode.DecodedEvent.Reply;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.model.AwsEvent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
