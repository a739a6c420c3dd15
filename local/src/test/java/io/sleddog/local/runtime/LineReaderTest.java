package io.sleddog.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.testing.RecordingListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  private final RecordingListener listener = new RecordingListener();
  private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();

  @Test
  void run_lines_areRecordsWithTheirEnds() {
    text("one\n").text("\n").text("two\r\n");

    assertThat(read()).containsExactly("one\n", "\n", "two\r\n");
  }

  @Test
  void run_lastLineWithoutEnd_isARecordToo() {
    text("one\nrest");

    assertThat(read()).containsExactly("one\n", "rest");
  }

  @Test
  void run_markAfterAnUnfinishedLine_cutsTheLineAndIsNoRecord() throws Exception {
    text("unfinished").mark(7).text("next\n");

    LineReader reader = reader();
    reader.run();

    assertThat(listener.heard()).containsExactly("unfinished", "next\n");
    assertThat(reader.marks().await(7, Duration.ZERO)).isTrue();
  }

  @Test
  void run_markBetweenLines_leavesNoEmptyRecord() {
    text("one\n").mark(1).mark(2).text("two\n");

    assertThat(read()).containsExactly("one\n", "two\n");
  }

  @Test
  void run_bytesThatAreNotUtf8_areReplaced() {
    pipe.writeBytes(new byte[] {'a', (byte) 0xFF, 'b', '\n'});

    assertThat(read()).containsExactly("a\uFFFDb\n");
  }

  @Test
  void run_lineBeyondTheLimit_isSeveralRecords() {
    text("x".repeat(Records.MAX_BYTES + 10)).text("\n");

    assertThat(read()).containsExactly("x".repeat(Records.MAX_BYTES), "x".repeat(10) + "\n");
  }

  @Test
  void await_markThatNeverComes_givesUpAtTheEndOfThePipe() throws Exception {
    LineReader reader = reader();
    reader.run();

    assertThat(reader.marks().await(99, Duration.ofDays(1))).isTrue();
  }

  private List<String> read() {
    reader().run();
    return listener.heard();
  }

  private LineReader reader() {
    Records records = new Records(listener, Clock.systemUTC());
    return new LineReader(new ByteArrayInputStream(pipe.toByteArray()), records);
  }

  private LineReaderTest text(String text) {
    pipe.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  private LineReaderTest mark(long number) {
    pipe.writeBytes(LineReader.mark(number));
    return this;
  }
}
