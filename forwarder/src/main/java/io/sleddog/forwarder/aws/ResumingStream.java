package io.sleddog.forwarder.aws;

import io.sleddog.forwarder.http.HttpAnswer;
import java.io.IOException;
import java.io.InputStream;

/** Reads an object, and goes on behind the last byte when the connection breaks. */
final class ResumingStream extends InputStream {
  private static final int BREAKS = 5;

  private final Opening opening;
  private final String etag;
  private final long length;
  private HttpAnswer answer;
  private long position;
  private int breaks;

  /** Asks for an object from a position on. */
  @FunctionalInterface
  interface Opening {
    HttpAnswer open(long from, String etag) throws IOException;
  }

  ResumingStream(Opening opening) throws IOException {
    this.opening = opening;
    this.answer = opening.open(0, "");
    this.etag = answer.header("etag");
    String size = answer.header("content-length");
    this.length = size.isEmpty() ? Long.MAX_VALUE : Long.parseLong(size);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int size) throws IOException {
    while (true) {
      try {
        int read = answer.body().read(target, offset, size);
        if (read >= 0) {
          position += read;
          return read;
        } else if (length == Long.MAX_VALUE || position >= length) {
          return -1;
        }
        resume(new IOException("the object ended at byte " + position + " of " + length));
      } catch (AwsException e) {
        throw e;
      } catch (IOException e) {
        resume(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    answer.close();
  }

  private void resume(IOException cause) throws IOException {
    if (++breaks > BREAKS) {
      throw cause;
    }
    answer = opening.open(position, etag);
  }
}
