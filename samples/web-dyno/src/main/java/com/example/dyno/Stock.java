package com.example.dyno;

import io.sleddog.lambda.Span;
import io.sleddog.lambda.Telemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What there is to sell; asked of another service if its address is known. */
final class Stock {
  private final String url;
  private final HttpClient http = HttpClient.newHttpClient();

  /** Asks at this address; nowhere if it is empty. */
  Stock(String url) {
    this.url = url;
  }

  /**
   * Takes one from the shelf.
   *
   * @throws IllegalStateException if there is none
   */
  void take(String product) {
    try (Span span = Telemetry.startSpan("stock.take")) {
      span.resource(product).tag("stock.asked", !url.isEmpty());
      if (product.equals("none")) {
        throw new IllegalStateException(product + " is sold out");
      }
      if (!url.isEmpty()) {
        ask();
      }
    }
  }

  /** The headers make the other service's spans part of the trace. */
  private void ask() {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    Telemetry.traceHeaders().forEach(request::header);
    try {
      http.send(request.build(), HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
