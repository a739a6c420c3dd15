package io.sleddog.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.model.Invocation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
  private static final int PLAIN = 0xA55A_0000;
  private static final int WITH_TIME = 0xA55A_0002;
  private static final int INFO_WITH_TIME = 0xA55A_000E;

  private final TimedListener listener = new TimedListener();
  private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();

  @Test
  void run_frameWithTime_isARecordOfThatTime() {
    frame(WITH_TIME, 1_795_255_844_567_891L, "hello\nworld");

    assertThat(read()).containsExactly("1795255844567 hello\nworld");
  }

  @Test
  void run_frameWithLevel_isReadAlike() {
    frame(INFO_WITH_TIME, 5_000, "hello");

    assertThat(read()).containsExactly("5 hello");
  }

  @Test
  void run_frameWithoutTime_hasTheTimeOfReading() {
    pipe.writeBytes(ByteBuffer.allocate(8).putInt(PLAIN).putInt(2).array());
    pipe.writeBytes("hi".getBytes(StandardCharsets.UTF_8));

    assertThat(read()).containsExactly("42 hi");
  }

  @Test
  void run_bytesOfSomebodyElse_arePassedOverUntilTheNextFrame() {
    pipe.writeBytes(new byte[] {1, 2, 3, 4, 5, 6, 7});
    frame(WITH_TIME, 5_000, "hello");

    assertThat(read()).containsExactly("5 hello");
  }

  @Test
  void run_frameCutOff_ends() {
    frame(WITH_TIME, 5_000, "whole");
    pipe.writeBytes(ByteBuffer.allocate(8).putInt(WITH_TIME).putInt(100).array());

    assertThat(read()).containsExactly("5 whole");
  }

  @Test
  void run_mark_isReachedAndIsNoRecord() throws Exception {
    frame(WITH_TIME, 5_000, "before");
    pipe.writeBytes(FrameReader.mark(3));

    FrameReader reader = reader();
    reader.run();

    assertThat(listener.heard).containsExactly("5 before");
    assertThat(reader.marks().await(3, Duration.ZERO)).isTrue();
  }

  private List<String> read() {
    reader().run();
    return listener.heard;
  }

  private FrameReader reader() {
    Clock clock = Clock.fixed(Instant.ofEpochMilli(42), ZoneOffset.UTC);
    Records records = new Records(listener, clock);
    return new FrameReader(new ByteArrayInputStream(pipe.toByteArray()), records);
  }

  private void frame(int type, long micros, String text) {
    byte[] record = text.getBytes(StandardCharsets.UTF_8);
    pipe.writeBytes(
        ByteBuffer.allocate(16).putInt(type).putInt(record.length).putLong(micros).array());
    pipe.writeBytes(record);
  }

  private static final class TimedListener implements EnvironmentListener {
    private final List<String> heard = new ArrayList<>();

    @Override
    public void output(long atMillis, String text) {
      heard.add(atMillis + " " + text);
    }

    @Override
    public void initStarted(long atMillis) {}

    @Override
    public void initFailed(long atMillis, Duration took, String errorType) {}

    @Override
    public void invocationStarted(String requestId, long atMillis) {}

    @Override
    public void invocationEnded(Invocation invocation, long atMillis) {}
  }
}
