package io.sleddog.lambda.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.sleddog.lambda.EventKind;
import io.sleddog.lambda.Span;
import io.sleddog.lambda.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Handlers of every kind that works by way of an interface. */
public final class Shapes {
  private Shapes() {}

  /** A stream handler that tells what it was given. */
  public static class Stream implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      int available = event.available();
      boolean marks = event.markSupported();
      String text = new String(event.readAllBytes(), UTF_8);
      String seen = text.length() + " " + available + " " + marks + " " + event.getClass();
      response.write(("\"" + seen + " " + response.getClass() + "\"").getBytes(UTF_8));
    }
  }

  /** A map in, a map out. */
  public static class Maps implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
      event.put("context", context.getClass().getSimpleName() + " " + context.getAwsRequestId());
      return event;
    }
  }

  /** A bean in, another out. */
  public static class Beans implements RequestHandler<Order, Order> {
    @Override
    public Order handleRequest(Order event, Context context) {
      Order answer = new Order();
      answer.setId(event.getId() + "!");
      answer.setCups(event.getCups() + 1);
      return answer;
    }
  }

  /** An order. */
  public static class Order {
    private String id = "";
    private int cups;

    public String getId() {
      return id;
    }

    public void setId(String id) {
      this.id = id;
    }

    public int getCups() {
      return cups;
    }

    public void setCups(int cups) {
      this.cups = cups;
    }
  }

  /** Text in, text out. */
  public static class Texts implements RequestHandler<String, String> {
    @Override
    public String handleRequest(String event, Context context) {
      return event + " ü \"quoted\"";
    }
  }

  /** A number in, a number out. */
  public static class Numbers implements RequestHandler<Integer, Double> {
    @Override
    public Double handleRequest(Integer event, Context context) {
      return event / 4.0;
    }
  }

  /** A list in, a list out. */
  public static class Lists implements RequestHandler<List<Order>, List<String>> {
    @Override
    public List<String> handleRequest(List<Order> event, Context context) {
      List<String> ids = new ArrayList<>();
      for (Order order : event) {
        ids.add(order.getId());
      }
      return ids;
    }
  }

  /** Anything in, no result. */
  public static class Voids implements RequestHandler<Object, Void> {
    @Override
    public Void handleRequest(Object event, Context context) {
      return null;
    }
  }

  /** A null result of a type that is not void. */
  public static class Nulls implements RequestHandler<Object, String> {
    @Override
    public String handleRequest(Object event, Context context) {
      return null;
    }
  }

  /** Both interfaces: that of streams counts. */
  public static class Both extends Stream implements RequestHandler<String, String> {
    @Override
    public String handleRequest(String event, Context context) {
      return "objects";
    }
  }

  /** A base that leaves the types open. */
  public abstract static class Base<O, I> implements RequestHandler<I, O> {}

  /** A class between that fixes one of them. */
  public abstract static class Between<T> extends Base<String, T> {}

  /** The types come from two levels above. */
  public static class Inherits extends Between<Order> {
    @Override
    public String handleRequest(Order event, Context context) {
      return event.getId();
    }
  }

  /** An interface of the user's own in between. */
  public interface OrderHandler<R> extends RequestHandler<Order, R> {}

  /** The types are those of an interface in between, of which there is only one. */
  public static class ThroughInterface implements OrderHandler<String> {
    @Override
    public String handleRequest(Order event, Context context) {
      return event.getId();
    }
  }

  /** A type variable with an upper bound. */
  public static class Bounded<T extends Order> implements RequestHandler<T, String> {
    @Override
    public String handleRequest(T event, Context context) {
      return ((Object) event).getClass().getName();
    }
  }

  /** A type variable without one. */
  public static class Unbounded<T> implements RequestHandler<T, String> {
    @Override
    public String handleRequest(T event, Context context) {
      return String.valueOf(event);
    }
  }

  /** No types at all. */
  @SuppressWarnings("rawtypes")
  public static class Raw implements RequestHandler {
    @Override
    public Object handleRequest(Object event, Context context) {
      return event;
    }
  }

  /** An array of bytes. */
  public static class Bytes implements RequestHandler<byte[], String> {
    @Override
    public String handleRequest(byte[] event, Context context) {
      return Arrays.toString(event);
    }
  }

  /** Neither interface. */
  public static class Neither {
    public String handle(String event) {
      return event;
    }
  }

  /** Says something to Datadog, and may fail. */
  public static final class Measures implements RequestHandler<Map<String, Object>, String> {
    @Override
    public String handleRequest(Map<String, Object> event, Context context) {
      Telemetry.distribution("orders", 1, "product:latte");
      Telemetry.distribution("late", 1, Instant.ofEpochSecond(1_700_000_000));
      Telemetry.event(EventKind.INFO, "open", "the door");
      if (event.containsKey("fail")) {
        throw new IllegalStateException("no beans");
      }
      return "ok";
    }
  }

  /** Goes on only when four invocations are under way in this JVM. */
  public static final class Meets implements RequestHandler<Object, String> {
    private final CountDownLatch four = new CountDownLatch(4);

    @Override
    public String handleRequest(Object event, Context context) {
      four.countDown();
      try (Span span = Telemetry.startSpan("meet")) {
        boolean met = four.await(30, TimeUnit.SECONDS);
        span.tag("request", context.getAwsRequestId());
        Telemetry.distribution("met", met ? 1 : 0, "request:" + context.getAwsRequestId());
        return met ? "met" : "alone";
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
  }
}
