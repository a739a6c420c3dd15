package io.sleddog.local.runtime;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Reads the framed records that the runtime interface client writes for the function's logger. A
 * frame is, in network byte order, four bytes of type ({@code 0xA55A} and flags), four of length,
 * eight of microseconds since the epoch if the flags say so, and the record.
 */
final class FrameReader implements Runnable {
  private static final int MAGIC = 0xA55A_0000;
  private static final int MARK = 0xA55B_0000;
  private static final int MAGIC_BITS = 0xFFFF_0000;
  private static final int HAS_TIME = 2;

  private final DataInputStream pipe;
  private final Records records;
  private final Marks marks = new Marks();

  FrameReader(InputStream pipe, Records records) {
    this.pipe = new DataInputStream(new BufferedInputStream(pipe));
    this.records = records;
  }

  /** A frame of a type that the client does not know. */
  static byte[] mark(long number) {
    return ByteBuffer.allocate(16).putInt(MARK).putInt(0).putLong(number).array();
  }

  Marks marks() {
    return marks;
  }

  @Override
  public void run() {
    try {
      while (true) {
        readFrame();
      }
    } catch (IOException endOfPipe) {
      marks.end();
    }
  }

  private void readFrame() throws IOException {
    int type = pipe.readInt();
    while ((type & MAGIC_BITS) != MAGIC && type != MARK) {
      type = type << 8 | pipe.readUnsignedByte();
    }
    int length = pipe.readInt();
    if (type == MARK) {
      marks.reached(pipe.readLong());
    } else if ((type & HAS_TIME) == 0) {
      byte[] record = pipe.readNBytes(length);
      records.now(record, record.length);
    } else {
      long micros = pipe.readLong();
      byte[] record = pipe.readNBytes(length);
      records.at(micros / 1000, record, record.length);
    }
  }
}
