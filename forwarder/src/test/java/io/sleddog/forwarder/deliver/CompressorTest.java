package io.sleddog.forwarder.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import io.sleddog.forwarder.deliver.Compression.Form;
import io.sleddog.forwarder.model.Slice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressorTest {
  private final Compressor compressor = new Compressor();

  @ParameterizedTest
  @CsvSource({"NONE,0", "GZIP,0", "GZIP,1", "GZIP,9", "DEFLATE,6", "ZSTD,1", "ZSTD,3"})
  void compress_severalBodies_eachReadsBack(Form form, int level) throws IOException {
    for (String body :
        new String[] {
          "x".repeat(100_000) + "y", "short", "é".repeat(70_000), "", "z".repeat(16 << 10)
        }) {
      Slice padded = Slice.of("??" + body).from(2);

      Slice packed = compressor.compress(padded, new Compression(form, level));

      assertThat(unpack(packed, form)).isEqualTo(body);
    }
  }

  private static String unpack(Slice packed, Form form) throws IOException {
    InputStream in = new ByteArrayInputStream(packed.array(), packed.offset(), packed.length());
    InputStream plain =
        switch (form) {
          case NONE -> in;
          case GZIP -> new GZIPInputStream(in);
          case DEFLATE -> new InflaterInputStream(in);
          case ZSTD -> new ZstdInputStream(in);
        };
    return Slice.of(plain.readAllBytes()).text();
  }
}
