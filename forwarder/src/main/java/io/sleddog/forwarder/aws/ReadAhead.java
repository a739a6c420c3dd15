package io.sleddog.forwarder.aws;

import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Opens and reads a stream on a thread of its own, some pieces ahead of who wants them: what comes
 * in and what is made of it overlap, and nobody waits past the deadline for a server that has
 * stopped to send or a name that is not resolved.
 */
final class ReadAhead extends InputStream {
  private static final int PIECE = 128 << 10;
  private static final int AHEAD = 3;

  private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(AHEAD);
  private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(AHEAD + 2);
  private final Deadline deadline;
  private final Thread thread;
  private Piece piece = Piece.EMPTY;
  private int position;
  private volatile boolean closed;

  /**
   * What was read.
   *
   * @param isLast whether the stream ends here
   * @param failure why it ends; null if it does not, or is whole
   */
  private record Piece(Slice bytes, boolean isLast, @Nullable IOException failure) {
    static final Piece EMPTY = of(new byte[0], 0);

    static Piece of(byte[] bytes, int length) {
      return new Piece(new Slice(bytes, 0, length), false, null);
    }

    static Piece end(@Nullable IOException failure) {
      return new Piece(EMPTY.bytes(), true, failure);
    }
  }

  private ReadAhead(Callable<InputStream> opening, Deadline deadline) {
    this.deadline = deadline;
    this.thread = new Thread(() -> run(opening), "read ahead");
    thread.setDaemon(true);
  }

  /**
   * Opens a stream.
   *
   * @throws IOException if it cannot be opened, or not in time
   */
  static InputStream open(Callable<InputStream> opening, Deadline deadline) throws IOException {
    ReadAhead stream = new ReadAhead(opening, deadline);
    stream.thread.start();
    stream.next();
    IOException failure = stream.piece.failure();
    if (failure != null) {
      stream.close();
      throw failure;
    }
    return stream;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int size) throws IOException {
    while (position == piece.bytes().length() && !piece.isLast() && size > 0) {
      next();
    }
    IOException failure = piece.failure();
    if (failure != null) {
      throw failure;
    } else if (piece.isLast()) {
      return -1;
    }
    int count = Math.min(size, piece.bytes().length() - position);
    System.arraycopy(piece.bytes().array(), position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void next() throws IOException {
    if (piece.bytes().length() > 0) {
      empty.add(piece.bytes().array());
    }
    try {
      Piece next = full.poll(deadline.remainingMillis(), TimeUnit.MILLISECONDS);
      piece =
          next == null ? Piece.end(new IOException("no time left to read it to its end")) : next;
      position = 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while reading");
    }
  }

  private void run(Callable<InputStream> opening) {
    try {
      full.put(lastOf(opening));
    } catch (InterruptedException nobodyWantsIt) {
      Thread.currentThread().interrupt();
    }
  }

  private Piece lastOf(Callable<InputStream> opening) throws InterruptedException {
    try (InputStream stream = opening.call()) {
      full.put(Piece.EMPTY);
      pump(stream);
      return Piece.end(null);
    } catch (InterruptedException e) {
      throw e;
    } catch (IOException e) {
      return Piece.end(e);
    } catch (Exception e) {
      // An error of ours; what it says may hold content.
      return Piece.end(new IOException(e.getClass().getName(), e));
    }
  }

  private void pump(InputStream stream) throws IOException, InterruptedException {
    for (int i = 0; i < AHEAD; i++) {
      empty.add(new byte[PIECE]);
    }
    while (!closed) {
      byte[] bytes = empty.take();
      int length = stream.read(bytes, 0, PIECE);
      if (length < 0) {
        return;
      }
      full.put(Piece.of(bytes, length));
    }
  }
}
