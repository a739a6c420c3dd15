package io.sleddog.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.sleddog.local.http.Exchanges;
import io.sleddog.local.http.LoopbackServer;
import io.sleddog.local.json.Json;
import io.sleddog.local.json.MalformedJson;
import io.sleddog.local.model.Route;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The endpoint that functions send to: messages of SQS, notifications of SNS, events of EventBridge
 * and invocations of Lambda go on to the functions that the routes name. Signatures are not looked
 * at. A message is delivered once, whatever its receiver makes of it.
 */
public final class LocalAws implements AutoCloseable {
  private static final String VARIABLE = "AWS_ENDPOINT_URL";

  private final RetryQueue retries = new RetryQueue();
  private final QueueCalls queues;
  private final TopicCalls topics;
  private final BusCalls buses;
  private final FunctionCalls functions;
  private final LoopbackServer server;

  private LocalAws(Switchboard switchboard) {
    this.queues = new QueueCalls(switchboard, retries);
    this.topics = new TopicCalls(switchboard);
    this.buses = new BusCalls(switchboard);
    this.functions = new FunctionCalls(switchboard.inbox());
    this.server = LoopbackServer.start(0, this::handle);
  }

  /** Starts the endpoint on a free port. */
  public static LocalAws start(List<Route> routes, Inbox inbox, Clock clock) {
    return new LocalAws(new Switchboard(routes, inbox, clock));
  }

  /** The variable that points a function's AWS SDK here. */
  public Map<String, String> environment() {
    return Map.of(VARIABLE, "http://" + server.authority());
  }

  /** The variables with which a forwarder keeps here what it cannot deliver. */
  public Map<String, String> forwarderEnvironment() {
    return Map.of(
        VARIABLE,
        "http://" + server.authority(),
        "DD_STORE_FAILED_EVENTS",
        "true",
        "DD_SQS_QUEUE_URL",
        RetryQueue.url());
  }

  /** How many batches the forwarder keeps here. */
  public int keptBatches() {
    return retries.size();
  }

  /** What the forwarder had in its hands and did not deliver can be had again. */
  public void giveBack() {
    retries.giveAllBack();
  }

  private void handle(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    try {
      if (target != null) {
        json(exchange, target);
      } else if (FunctionCalls.matches(exchange.getRequestURI().getRawPath())) {
        functions.answer(exchange);
      } else {
        form(exchange);
      }
    } catch (AwsRefusal refusal) {
      exchange.getResponseHeaders().set("x-amzn-ErrorType", refusal.code());
      int status = refusal.code().startsWith("ResourceNotFound") ? 404 : 400;
      Exchanges.answerJson(exchange, status, Json.write(error(refusal)));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private static ObjectNode error(AwsRefusal refusal) {
    return Json.object().put("__type", refusal.code()).put("message", refusal.getMessage());
  }

  private void json(HttpExchange exchange, String target) throws IOException {
    int dot = target.indexOf('.');
    String service = target.substring(0, Math.max(0, dot));
    String operation = target.substring(dot + 1);
    JsonNode request = parse(Exchanges.body(exchange));
    ObjectNode answer =
        switch (service) {
          case "AmazonSQS" -> queues.answer(operation, request);
          case "AWSEvents" -> buses.answer(operation, request);
          default -> throw AwsRefusal.notServed(target);
        };
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    exchange.getResponseHeaders().set("Content-Type", String.valueOf(type));
    Exchanges.answer(exchange, 200, Json.write(answer).getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode parse(byte[] body) {
    try {
      return Json.parse(body);
    } catch (MalformedJson e) {
      throw new AwsRefusal("SerializationException", "The body is not JSON: " + e.getMessage());
    }
  }

  private void form(HttpExchange exchange) throws IOException {
    String body = new String(Exchanges.body(exchange), StandardCharsets.UTF_8);
    Map<String, String> form = new TreeMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    if (!form.containsKey("Action")) {
      throw AwsRefusal.notServed(
          exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
    }
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    try {
      answer(exchange, 200, topics.answer(form));
    } catch (AwsRefusal refusal) {
      answer(exchange, 400, TopicCalls.error(refusal));
    }
  }

  private static void answer(HttpExchange exchange, int status, String xml) throws IOException {
    Exchanges.answer(exchange, status, xml.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }
}
