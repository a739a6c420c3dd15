package io.sleddog.local.agent;

import com.sun.net.httpserver.HttpServer;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** A program that knows nothing of tracing: it serves one page and asks itself for it. */
public final class TracedProgram {
  private TracedProgram() {}

  /** Ends when the tracer has had time to send, or is ended from outside. */
  public static void main(String[] arguments) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/orders",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    URI page = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/orders");
    HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
    try (InputStream answer = connection.getInputStream()) {
      answer.readAllBytes();
    }
    server.stop(0);
  }
}
