package io.sleddog.forwarder;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Runs the function once in this JVM, with a Runtime API and an intake on loopback, and ends: what
 * was loaded until then is what goes into an archive of classes. Not used in the function itself.
 */
public final class Training {
  private static final String ACCEPTED = "HTTP/1.1 202 ok\r\nContent-Length: 2\r\n\r\n{}";
  private static final String LENGTH = "content-length:";
  private static final String EVENT_HEADERS =
      "Content-Type: application/json\r\n"
          + "Lambda-Runtime-Aws-Request-Id: 00000000-0000-0000-0000-000000000000\r\n"
          + "Lambda-Runtime-Invoked-Function-Arn: "
          + "arn:aws:lambda:us-east-1:000000000000:function:training\r\n"
          + "Lambda-Runtime-Deadline-Ms: 4102444800000\r\nContent-Length: ";

  private final ServerSocket socket;

  private Training(ServerSocket socket) {
    this.socket = socket;
  }

  /**
   * Trains.
   *
   * @param arguments the port of {@code AWS_LAMBDA_RUNTIME_API}, then those of the runtime: the
   *     handler
   * @throws Throwable what the runtime throws, or if the port is taken
   */
  public static void main(String... arguments) throws Throwable {
    int port = Integer.parseInt(arguments[0]);
    Training training = new Training(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
    start(training::accept);
    AWSLambda.main(Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "training");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        start(() -> serve(connection));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      for (String first = line(in); !first.isEmpty(); first = line(in)) {
        in.skipNBytes(bodyLength(in));
        answer(first, connection.getOutputStream());
      }
    } catch (IOException ignored) {
      // the other side has gone
    }
  }

  /** One event; when it is answered, or the function could not start, all is done. */
  private static void answer(String first, OutputStream out) throws IOException {
    if (first.contains("/invocation/next")) {
      byte[] event = Rehearsal.event();
      write("HTTP/1.1 200 ok\r\n" + EVENT_HEADERS + event.length + "\r\n\r\n", out);
      out.write(event);
      return;
    }
    write(ACCEPTED, out);
    if (first.contains("/runtime/")) {
      System.exit(first.contains("/response") ? 0 : 1);
    }
  }

  private static long bodyLength(InputStream in) throws IOException {
    long length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Long.parseLong(header.substring(LENGTH.length()).strip());
      }
    }
    return length;
  }

  private static void write(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
