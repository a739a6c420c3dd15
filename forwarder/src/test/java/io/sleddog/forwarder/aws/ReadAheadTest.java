package io.sleddog.forwarder.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.forwarder.fixture.Deadlines;
import io.sleddog.forwarder.model.Deadline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {
  private static final int AHEAD = 6 * (128 << 10);

  private final CountDownLatch never = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, 128 << 10, (128 << 10) + 1, 3_000_000})
  void read_stream_hasTheSameBytes(int size) throws IOException {
    byte[] content = content(size);

    try (InputStream in = open(new ByteArrayInputStream(content))) {
      assertThat(in.readAllBytes()).isEqualTo(content);
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read(new byte[3], 0, 3)).isEqualTo(-1);
    }
  }

  @Test
  void read_byteByByte_hasTheSameBytes() throws IOException {
    try (InputStream in = open(new ByteArrayInputStream(new byte[] {0, -1, 5}))) {
      assertThat(new int[] {in.read(), in.read(), in.read(), in.read()})
          .containsExactly(0, 255, 5, -1);
      assertThat(in.read(new byte[0], 0, 0)).isNotPositive();
    }
  }

  @Test
  void open_notDoneInTime_fails() {
    // As while a name is being resolved, which nothing can cut short.
    assertThatThrownBy(() -> ReadAhead.open(this::hang, Deadlines.in(20)))
        .isInstanceOf(IOException.class)
        .hasMessage("no time left to read it to its end");
  }

  @Test
  void open_fails_throwsTheSame() {
    AwsException missing = new AwsException("s3", 404, "NoSuchKey");

    assertThatThrownBy(() -> ReadAhead.open(() -> failed(missing), Deadlines.far()))
        .isSameAs(missing);
  }

  @Test
  void open_errorOfOurs_failsWithoutWhatItSays() {
    IllegalArgumentException error = new IllegalArgumentException("payload");

    assertThatThrownBy(() -> ReadAhead.open(() -> failed(error), Deadlines.far()))
        .isInstanceOf(IOException.class)
        .hasMessage("java.lang.IllegalArgumentException");
  }

  @Test
  void read_streamStalls_givesWhatCameAndEndsInTime() throws IOException {
    InputStream stalling =
        new SequenceInputStream(new ByteArrayInputStream(content(1000)), new Stalling());

    try (InputStream in = ReadAhead.open(() -> stalling, Deadlines.in(200))) {
      assertThat(in.readNBytes(1000)).isEqualTo(content(1000));
      assertThatThrownBy(in::read).hasMessage("no time left to read it to its end");
      assertThatThrownBy(in::read).hasMessage("no time left to read it to its end");
    }
  }

  @Test
  void read_streamBreaks_givesWhatCameAndThrowsTheSame() throws IOException {
    IOException broken = new IOException("reset");
    InputStream breaking =
        new SequenceInputStream(new ByteArrayInputStream(content(300_000)), new Breaking(broken));

    try (InputStream in = open(breaking)) {
      assertThat(in.readNBytes(300_000)).isEqualTo(content(300_000));
      assertThatThrownBy(in::read).isSameAs(broken);
      assertThatThrownBy(in::read).isSameAs(broken);
    }
  }

  @Test
  void read_interrupted_ends() throws IOException {
    try (InputStream in = ReadAhead.open(Stalling::new, Deadlines.far())) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(in::read).isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void close_streamHasMore_closesIt() throws Exception {
    Endless endless = new Endless();

    InputStream in = open(endless);
    in.readNBytes(1000);
    in.close();

    closed.await();
    assertThat(endless.read.get()).as("bytes held in memory").isLessThan(AHEAD);
  }

  private static InputStream open(InputStream stream) throws IOException {
    Deadline far = Deadlines.far();
    return ReadAhead.open(() -> stream, far);
  }

  private InputStream hang() throws InterruptedException {
    never.await();
    return InputStream.nullInputStream();
  }

  private static InputStream failed(Exception failure) throws Exception {
    throw failure;
  }

  private static byte[] content(int size) {
    byte[] content = new byte[size];
    for (int i = 0; i < size; i++) {
      content[i] = (byte) (i * 31 + (i >> 8));
    }
    return content;
  }

  /** A stream of which no byte comes. */
  private class Stalling extends InputStream {
    @Override
    public int read() throws IOException {
      try {
        never.await();
        return -1;
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
    }

    @Override
    public int read(byte[] target, int offset, int size) throws IOException {
      return read();
    }
  }

  /** A stream that breaks at once. */
  private static final class Breaking extends InputStream {
    private final IOException failure;

    Breaking(IOException failure) {
      this.failure = failure;
    }

    @Override
    public int read() throws IOException {
      throw failure;
    }

    @Override
    public int read(byte[] target, int offset, int size) throws IOException {
      throw failure;
    }
  }

  /** A stream without an end, which says how much was taken. */
  private final class Endless extends InputStream {
    private final AtomicInteger read = new AtomicInteger();

    @Override
    public int read() {
      return read.incrementAndGet() & 1;
    }

    @Override
    public int read(byte[] target, int offset, int size) {
      Arrays.fill(target, offset, offset + size, (byte) 7);
      read.addAndGet(size);
      return size;
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
