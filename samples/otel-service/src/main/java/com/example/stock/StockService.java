package com.example.stock;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Tells how much there is in stock. */
public final class StockService {
  private StockService() {}

  /** Runs until it is stopped; the SDK sends what it has when the process ends. */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8081"));
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext(
        "/stock", new Shelf(AutoConfiguredOpenTelemetrySdk.initialize().getOpenTelemetrySdk()));
    server.start();
    System.out.println("Listening on port " + server.getAddress().getPort());
  }
}
