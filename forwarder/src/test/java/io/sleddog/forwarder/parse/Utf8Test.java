package io.sleddog.forwarder.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.model.Slice;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "41, true",
    "4142434445464748494a, true",
    "7f, true",
    "80, false",
    "bf, false",
    "c080, false",
    "c1bf, false",
    "c280, true",
    "dfbf, true",
    "c2, false",
    "c241, false",
    "e08080, false",
    "e09fbf, false",
    "e0a080, true",
    "ed9fbf, true",
    "eda080, false",
    "edbfbf, false",
    "ee8080, true",
    "efbfbf, true",
    "e282, false",
    "f0808080, false",
    "f08fbfbf, false",
    "f0908080, true",
    "f48fbfbf, true",
    "f4908080, false",
    "f5808080, false",
    "ff, false",
    "4142434445464748ff, false",
    "41424344454647c3a9, true",
    "41424344454647c3, false"
  })
  void isValid_bytes_areUtf8(String hex, boolean valid) {
    byte[] bytes = HexFormat.of().parseHex(hex);

    assertThat(Utf8.isValid(Slice.of(bytes))).isEqualTo(valid);
  }

  @Test
  void isValid_partOfAnArray_looksAtThatPartOnly() {
    byte[] bytes = HexFormat.of().parseHex("ff41c3a942ff");

    assertThat(Utf8.isValid(new Slice(bytes, 1, 4))).isTrue();
    assertThat(Utf8.isValid(new Slice(bytes, 1, 2))).isFalse();
  }

  @Test
  void isValid_randomBytes_agreesWithTheJdk() {
    Random random = new Random(7);
    int[] kinds = {0x41, 0x80, 0xbf, 0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0xa0, 0x90, 0x9f, 0x8f};
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = new byte[random.nextInt(12)];
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] = (byte) kinds[random.nextInt(kinds.length)];
      }
      assertThat(Utf8.isValid(Slice.of(bytes)))
          .as(Arrays.toString(bytes))
          .isEqualTo(decodes(bytes));
    }
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
