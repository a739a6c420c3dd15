package io.sleddog.local.runtime;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.sleddog.local.http.Exchanges;
import io.sleddog.local.http.LoopbackServer;
import io.sleddog.local.model.Payload;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Lambda Runtime API, version 2018-06-01, for one process. It hands out events to {@code next}
 * and turns what comes back into {@link Signal}s.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final Pattern ANSWER = Pattern.compile("invocation/([^/]+)/(response|error)");
  private static final String ACCEPTED = "{\"status\":\"OK\"}";

  private static final int MOST_ANSWER_BYTES = 6_291_556;
  private static final Payload TOO_LARGE =
      Payload.of(
          "{\"errorType\":\"Function.ResponseSizeTooLarge\",\"errorMessage\":\"Response payload size"
              + " exceeded maximum allowed payload size ("
              + MOST_ANSWER_BYTES
              + " bytes).\"}");

  private final String arn;
  private final BlockingQueue<Handout> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Signal> signals;
  private final LoopbackServer server;

  RuntimeApi(String arn, BlockingQueue<Signal> signals) {
    this.arn = arn;
    this.signals = signals;
    this.server = LoopbackServer.start(0, this::handle);
  }

  /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
  String authority() {
    return server.authority();
  }

  void handOut(InvocationRequest request, long deadlineMillis) {
    events.add(new Handout(request, deadlineMillis));
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String call = path.startsWith(ROOT) ? path.substring(ROOT.length()) : "";
    Matcher answer = ANSWER.matcher(call);
    if (call.equals("invocation/next")) {
      next(exchange);
    } else if (call.equals("init/error")) {
      accept(exchange, new Signal.InitFailed(payload(exchange), errorType(exchange)));
    } else if (answer.matches()) {
      accept(exchange, answered(answer.group(1), answer.group(2), payload(exchange)));
    } else {
      Exchanges.answerJson(exchange, 404, "{\"errorType\":\"NotFound\"}");
    }
  }

  /** An answer that is too large for Lambda is an error of the function's, as on AWS. */
  private static Signal answered(String requestId, String call, Payload payload) {
    return payload.size() > MOST_ANSWER_BYTES
        ? new Signal.Answered(requestId, TOO_LARGE, true)
        : new Signal.Answered(requestId, payload, call.equals("error"));
  }

  /** Signals first: once it is answered, the client polls again, which must be heard later. */
  private void accept(HttpExchange exchange, Signal signal) throws IOException {
    signals.add(signal);
    Exchanges.answerJson(exchange, 202, ACCEPTED);
  }

  private void next(HttpExchange exchange) throws IOException {
    signals.add(new Signal.Polled(System.nanoTime()));
    Handout handout;
    try {
      handout = events.take();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      exchange.close();
      return;
    }
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", handout.request().requestId());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(handout.deadlineMillis()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", arn);
    headers.set("Lambda-Runtime-Trace-Id", handout.request().traceHeader());
    String clientContext = handout.request().clientContext();
    if (clientContext != null) {
      headers.set("Lambda-Runtime-Client-Context", clientContext);
    }
    Exchanges.answer(exchange, 200, handout.request().event().bytes());
  }

  private static Payload payload(HttpExchange exchange) throws IOException {
    return Payload.of(Exchanges.body(exchange));
  }

  private static String errorType(HttpExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type");
    return Objects.requireNonNullElse(type, "Runtime.Unknown");
  }

  @Override
  public void close() {
    server.close();
  }

  private record Handout(InvocationRequest request, long deadlineMillis) {}
}
