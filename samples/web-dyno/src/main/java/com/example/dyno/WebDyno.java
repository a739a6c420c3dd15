package com.example.dyno;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Serves orders on the port that the dyno gives it. */
public final class WebDyno {
  private static final int THREADS = 8;

  private WebDyno() {}

  /** Runs until the dyno stops it. */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
    Orders orders = new Orders(new Stock(System.getenv().getOrDefault("STOCK_URL", "")));
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext("/orders", orders);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    server.start();
    System.out.println("Listening on port " + server.getAddress().getPort());
  }
}
