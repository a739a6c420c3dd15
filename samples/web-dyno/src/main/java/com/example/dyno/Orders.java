package com.example.dyno;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.sleddog.lambda.Span;
import io.sleddog.lambda.Telemetry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Takes an order: one span for the request, which goes on with the caller's trace. */
final class Orders implements HttpHandler {
  private static final int CREATED = 201;
  private static final int CONFLICT = 409;
  private static final double PRICE = 3.5;

  private final Stock stock;

  Orders(Stock stock) {
    this.stock = stock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (Span request = Telemetry.startSpan("web.request", headers(exchange))) {
      request.type("web").resource(exchange.getRequestMethod() + " /orders");
      int status = order(product(exchange), request);
      request.tag("http.status_code", status);
      answer(exchange, status);
    }
  }

  private int order(String product, Span request) {
    try {
      stock.take(product);
      Telemetry.count("shop.orders", 1, "product:" + product);
      Telemetry.distribution("shop.order_value", PRICE, "product:" + product);
      return CREATED;
    } catch (IllegalStateException soldOut) {
      request.error(soldOut);
      return CONFLICT;
    }
  }

  private static String product(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    return query != null && query.startsWith("product=") ? query.substring(8) : "latte";
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    return headers;
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    byte[] body = (status == CREATED ? "ordered\n" : "sold out\n").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
