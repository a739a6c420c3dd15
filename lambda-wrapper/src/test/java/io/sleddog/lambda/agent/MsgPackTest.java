package io.sleddog.lambda.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;

class MsgPackTest {
  @Test
  void values_ofEveryKind_areReadByAnotherDecoder() throws IOException {
    MsgPack pack = new MsgPack(1).array(10);
    pack.integer(0).integer(127).integer(128).integer(-1).integer(Long.MIN_VALUE);
    pack.unsigned(-1).decimal(0.1).text("").text("ü".repeat(40));
    pack.map(1).text("a\ud800").integer(1);
    try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(pack.bytes())) {
      assertThat(unpacker.unpackValue().toJson())
          .isEqualTo(
              "[0,127,128,-1,-9223372036854775808,18446744073709551615,0.1,\"\",\""
                  + "ü".repeat(40)
                  + "\",{\"a?\":1}]");
      assertThat(unpacker.hasNext()).isFalse();
    }
  }

  @Test
  void append_another_isAsIfWrittenHere() {
    MsgPack inner = new MsgPack(4).text("x".repeat(31)).text("y".repeat(32));
    assertThat(new MsgPack(1).array(2).append(inner).bytes())
        .isEqualTo(new MsgPack(100).array(2).text("x".repeat(31)).text("y".repeat(32)).bytes());
  }
}
