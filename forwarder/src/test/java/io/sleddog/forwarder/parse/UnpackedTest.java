package io.sleddog.forwarder.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.luben.zstd.Zstd;
import io.sleddog.forwarder.fixture.Events;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackedTest {
  private static final String TEXT = "grün \uD83D\uDE00\nsecond";

  static Stream<Arguments> streams() throws IOException {
    byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
    byte[] marked = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8);
    byte[] little = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE);
    byte[] big = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16BE);
    return Stream.of(
        arguments("plain", text),
        arguments("gzip", Events.gzip(text)),
        arguments("zstd", Zstd.compress(text)),
        arguments("bzip2", bzip2(text)),
        arguments("three layers", Events.gzip(Zstd.compress(bzip2(text)))),
        arguments("gzip in two members", joined(Events.gzip(part(text, 0, 5)), part(text, 5))),
        arguments("mark of UTF-8", marked),
        arguments("packed mark", Events.gzip(marked)),
        arguments("UTF-16, little end first", little),
        arguments("UTF-16, big end first", big),
        arguments("packed UTF-16", Events.gzip(Events.gzip(little))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void of_stream_isItsText(String name, byte[] bytes) throws IOException {
    assertThat(text(bytes)).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "B",
        "BZ",
        "BZhello, this is text",
        "BZh9",
        "BZh9 and so on, no bzip2",
        "\u001f",
        "\u001f and no gzip",
        "(",
        "PK\u0003\u0004 is left as it is"
      })
  void of_textThatBeginsAlike_staysAsItIs(String text) throws IOException {
    assertThat(text(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void of_longUtf16_losesNoCharacter(String charset) throws IOException {
    String text = ("x" + "\uD83D\uDE00".repeat(10_000)).repeat(3);

    assertThat(text(("\uFEFF" + text).getBytes(Charset.forName(charset)))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void of_utf16CutOff_endsThere(int bytes) throws IOException {
    byte[] all = "\uFEFFa\uD83D\uDE00".getBytes(StandardCharsets.UTF_16LE);

    assertThat(text(part(all, 0, 2 + bytes))).startsWith(bytes > 1 ? "a" : "").hasSizeLessThan(4);
  }

  private static String text(byte[] bytes) throws IOException {
    try (InputStream plain = Unpacked.of(new ByteArrayInputStream(bytes))) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      int first = plain.read();
      if (first >= 0) {
        text.write(first);
        plain.transferTo(text);
      }
      return text.toString(StandardCharsets.UTF_8);
    }
  }

  private static byte[] bzip2(byte[] text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (BZip2CompressorOutputStream out = new BZip2CompressorOutputStream(packed)) {
      out.write(text);
    }
    return packed.toByteArray();
  }

  private static byte[] joined(byte[] packed, byte[] rest) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(packed);
    all.writeBytes(Events.gzip(rest));
    return all.toByteArray();
  }

  private static byte[] part(byte[] bytes, int from) {
    return part(bytes, from, bytes.length);
  }

  private static byte[] part(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }
}
