package io.sleddog.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;

/** Small functions of a user. */
final class Functions {
  private Functions() {}

  /** An exception that looks the same wherever it is thrown. */
  static final class OutOfBeans extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfBeans() {
      super("no beans left", null, false, false);
    }
  }

  /** Another, of the event files. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused() {
      super("the handler refused this event", null, false, false);
    }
  }

  /** Answers an HTTP request with 200. */
  public static class Ok implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      response.write("{\"statusCode\":200,\"body\":\"ok\"}".getBytes(UTF_8));
    }
  }

  /** Fails. */
  public static class Fails implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) {
      throw new OutOfBeans();
    }
  }

  /** The coffee house of the vendor's guide: a metric, tags, and a span of its own. */
  public static class CoffeeHouse extends Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      Telemetry.distribution("coffee_house.order_value", 12.45, "product:latte", "order:online");
      Telemetry.currentSpan().tag("customer.id", "ada").tag("order.id", 4711);
      try (Span brew = Telemetry.startSpan("brew")) {
        brew.service("barista").resource("latte").type("custom");
        brew.tag("cups", 2).tag("strength", 0.75).tag("decaf", false);
        Telemetry.startSpan("grind").error(new OutOfBeans()).close();
      }
      super.handleRequest(event, response, context);
    }
  }

  /** Puts into metrics and tags what no decoder likes. */
  public static class Hostile extends Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      Instant time = Instant.ofEpochSecond(1_699_999_999);
      Telemetry.distribution("hostile", -1.5e-7, time, "quote:\"", "line:a\nb", "nul:\0");
      Telemetry.currentSpan()
          .tag("surrogate", "a\ud800b\udc00\ud83d\ude00")
          .tag("controls", "\u0001\t\r\n\u001f\u007f\u2028")
          .tag("slashes", "\\/\"")
          .tag("é", "日本")
          .tag("nan", Double.NaN)
          .tag("infinite", Double.NEGATIVE_INFINITY)
          .tag("large", Long.MAX_VALUE)
          .tag("twice", "first")
          .tag("twice", "second")
          .tag("was.number", 1)
          .tag("was.number", "now text");
      super.handleRequest(event, response, context);
    }
  }
}
