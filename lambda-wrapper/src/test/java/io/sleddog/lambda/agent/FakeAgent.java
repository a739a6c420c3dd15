package io.sleddog.lambda.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.Value;

/** The two ports of an Agent, on loopback, read by somebody else's decoder. */
public final class FakeAgent implements AutoCloseable {
  private final DatagramSocket udp;
  private final HttpServer http;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final BlockingQueue<Value> traces = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private volatile int status = 200;
  private volatile String answer = "{}";

  public FakeAgent() throws IOException {
    udp = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread reader = new Thread(this::readDatagrams, "fake-agent");
    reader.setDaemon(true);
    reader.start();
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    http.createContext("/", this::takeTraces);
    http.start();
  }

  /** What a process has to have in its environment to find it. */
  public Map<String, String> variables() {
    return Map.of(
        "DD_AGENT_HOST", "127.0.0.1",
        "DD_DOGSTATSD_PORT", Integer.toString(udp.getLocalPort()),
        "DD_TRACE_AGENT_PORT", Integer.toString(http.getAddress().getPort()));
  }

  /** What it answers from now on. */
  public FakeAgent answering(int newStatus, String newAnswer) {
    status = newStatus;
    answer = newAnswer;
    return this;
  }

  /** The next line that came by UDP. */
  public String line() throws InterruptedException {
    String line = lines.poll(20, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("no line came");
    }
    return line;
  }

  /** The next trace that came by HTTP: an array of spans. */
  public Value trace() throws InterruptedException {
    Value trace = traces.poll(20, TimeUnit.SECONDS);
    if (trace == null) {
      throw new AssertionError("no trace came");
    }
    return trace;
  }

  /** The next request's method, path and headers. */
  public String request() throws InterruptedException {
    String request = requests.poll(20, TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("no request came");
    }
    return request;
  }

  /** What is there of lines without waiting. */
  public List<String> linesSoFar() {
    List<String> all = new ArrayList<>();
    lines.drainTo(all);
    return all;
  }

  /** Whether a trace is there without waiting. */
  public boolean hasTrace() {
    return !traces.isEmpty();
  }

  private void readDatagrams() {
    byte[] buffer = new byte[65_536];
    while (!udp.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        udp.receive(packet);
        String text = new String(buffer, 0, packet.getLength(), UTF_8);
        lines.addAll(List.of(text.split("\n", -1)));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void takeTraces(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    // As it is now: a test that has seen the request may say something else for the next.
    int repliedStatus = status;
    byte[] reply = answer.getBytes(UTF_8);
    requests.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().entrySet());
    if (repliedStatus == 200) {
      unpack(body);
    }
    exchange.sendResponseHeaders(repliedStatus, reply.length);
    exchange.getResponseBody().write(reply);
    exchange.close();
  }

  private void unpack(byte[] body) {
    try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(body)) {
      for (Value trace : unpacker.unpackValue().asArrayValue()) {
        traces.add(trace);
      }
      if (unpacker.hasNext()) {
        throw new AssertionError("more than one value");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    udp.close();
    http.stop(0);
  }
}
