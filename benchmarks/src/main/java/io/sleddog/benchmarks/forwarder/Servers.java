package io.sleddog.benchmarks.forwarder;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * An intake that takes everything after a while, an S3 that has an object of any size, a secret and
 * the Runtime API, on one port of loopback; they do as little as they can, since they share the
 * machine.
 */
final class Servers implements Closeable {
  private static final int CHUNK = 64 << 10;
  private static final int PATIENCE_SECONDS = 60;

  private final ServerSocket socket;
  private final byte[] block;
  private final AtomicLong requests = new AtomicLong();
  private volatile BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> answers = new LinkedBlockingQueue<>();
  private final byte[] event = Payload.small().event();
  private volatile long delayMillis;

  /**
   * Starts them.
   *
   * @param block of which the object is made; its key is how often it is repeated
   */
  Servers(byte[] block) throws IOException {
    this.block = block;
    socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Lets the intake think for so long. */
  void delay(long millis) {
    delayMillis = millis;
  }

  /** How many requests the intake had. */
  long requests() {
    return requests.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connection.setTcpNoDelay(true);
        daemon(() -> serve(connection));
      }
    } catch (IOException ignored) {
      // closed
    }
  }

  private void serve(Socket connection) {
    byte[] chunk = new byte[CHUNK];
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream(), CHUNK);
      String first = line(in);
      while (!first.isEmpty()) {
        long length = 0;
        String header = line(in);
        while (!header.isEmpty()) {
          if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
            length = Long.parseLong(header.substring(15).strip());
          }
          header = line(in);
        }
        for (long left = length; left > 0; ) {
          left -= Math.max(1, in.read(chunk, 0, (int) Math.min(left, CHUNK)));
        }
        answer(first, connection.getOutputStream());
        first = line(in);
      }
    } catch (IOException ignored) {
      // the other side has gone
    }
  }

  /** Has an event ready for the next function that asks for one; an earlier one gets none. */
  void expect() {
    answers.clear();
    events = new LinkedBlockingQueue<>(List.of(event));
  }

  /** The moment at which the function answered, by {@code System.nanoTime()}. */
  long answered() throws IOException, InterruptedException {
    Long moment = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (moment == null) {
      throw new IOException("the function did not answer");
    }
    return moment;
  }

  private void answer(String first, OutputStream out) throws IOException {
    if (first.contains("/invocation/next")) {
      event(out);
    } else if (first.contains("/runtime/")) {
      if (first.contains("/response")) {
        answers.add(System.nanoTime());
      }
      write("HTTP/1.1 202 x\r\nContent-Length: 0\r\n\r\n", out);
    } else if (first.startsWith("GET")) {
      String path = first.split(" ", -1)[1];
      object(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)), out);
    } else if (first.contains("/api/")) {
      requests.incrementAndGet();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delayMillis));
      write("HTTP/1.1 202 x\r\nContent-Length: 2\r\n\r\n{}", out);
    } else {
      String secret = "{\"SecretString\":\"0123456789abcdef0123456789abcdef\"}";
      write("HTTP/1.1 200 x\r\nContent-Length: " + secret.length() + "\r\n\r\n" + secret, out);
    }
  }

  private void event(OutputStream out) throws IOException {
    try {
      byte[] next = events.take();
      write(
          "HTTP/1.1 200 x\r\nContent-Type: application/json\r\n"
              + "Lambda-Runtime-Aws-Request-Id: 7c4f1f0e-5b0a-4d3c-9a86-2f1d3c5b7a90\r\n"
              + "Lambda-Runtime-Deadline-Ms: "
              + (System.currentTimeMillis() + 60_000)
              + "\r\nLambda-Runtime-Invoked-Function-Arn: "
              + "arn:aws:lambda:us-east-1:123456789012:function:forwarder\r\nContent-Length: "
              + next.length
              + "\r\n\r\n",
          out);
      out.write(next);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void object(int blocks, OutputStream out) throws IOException {
    long length = (long) blocks * block.length;
    write("HTTP/1.1 200 x\r\nETag: e\r\nContent-Length: " + length + "\r\n\r\n", out);
    for (int i = 0; i < blocks; i++) {
      out.write(block);
    }
  }

  private static void write(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    while (c >= 0 && c != '\n') {
      line.append((char) c);
      c = in.read();
    }
    return line.toString().strip();
  }
}
