package io.sleddog.local.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.front.HttpAnswer.Header;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what a function returned as a gateway reads it. */
final class ProxyAnswers {
  private static final Set<String> OURS =
      Set.of("content-length", "transfer-encoding", "connection", "date");
  private static final Set<String> PROXY =
      Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");
  private static final int TIMED_OUT = 503;

  private ProxyAnswers() {}

  /** The answer that a client gets. */
  static HttpAnswer of(Invocation invocation, Shape shape) {
    if (shape == Shape.REST_API && !isProxyAnswer(invocation)) {
      return HttpAnswer.message(shape.failure(), "Internal server error");
    } else if (invocation.status() == InvocationStatus.TIMEOUT) {
      return HttpAnswer.message(TIMED_OUT, "Service Unavailable");
    } else if (!invocation.succeeded()) {
      return HttpAnswer.message(shape.failure(), "Internal Server Error");
    }
    return returned(invocation.payload(), shape);
  }

  /** An answer without a status is the body itself, but not for a REST API. */
  private static HttpAnswer returned(Payload payload, Shape shape) {
    ObjectNode answer = Json.tryParseObject(payload.text()).orElse(Json.object());
    boolean hasStatus = answer.has("statusCode");
    if (!hasStatus && shape != Shape.REST_API) {
      return new HttpAnswer(200, List.of(HttpAnswer.JSON), payload);
    }
    int status = hasStatus ? answer.path("statusCode").asInt(0) : 200;
    return status < 100 || status > 599
        ? HttpAnswer.message(shape.failure(), "Internal Server Error")
        : new HttpAnswer(status, headers(answer), body(answer));
  }

  /** A REST API takes nothing but an object with the members that it knows. */
  private static boolean isProxyAnswer(Invocation invocation) {
    Optional<ObjectNode> answer = Json.tryParseObject(invocation.payload().text());
    Set<String> names = new HashSet<>();
    answer.ifPresent(one -> one.fieldNames().forEachRemaining(names::add));
    return invocation.succeeded() && !names.isEmpty() && PROXY.containsAll(names);
  }

  private static List<Header> headers(ObjectNode answer) {
    List<Header> headers = new ArrayList<>();
    answer
        .path("headers")
        .properties()
        .forEach(entry -> add(headers, entry.getKey(), entry.getValue()));
    answer
        .path("multiValueHeaders")
        .properties()
        .forEach(entry -> entry.getValue().forEach(value -> add(headers, entry.getKey(), value)));
    answer.path("cookies").forEach(cookie -> add(headers, "set-cookie", cookie));
    boolean typed = headers.stream().anyMatch(one -> one.name().equals("content-type"));
    if (!typed) {
      headers.add(new Header("content-type", "text/plain;charset=UTF-8"));
    }
    return headers;
  }

  private static void add(List<Header> headers, String name, JsonNode value) {
    String lower = name.toLowerCase(Locale.ROOT);
    String text = value.asText();
    boolean usable =
        lower.matches("[!#$%&'*+.^_`|~0-9a-z-]+") && text.chars().noneMatch(one -> one < ' ');
    if (usable && !OURS.contains(lower)) {
      headers.add(new Header(lower, text));
    }
  }

  private static Payload body(ObjectNode answer) {
    JsonNode body = answer.path("body");
    String text = body.isTextual() ? body.asText() : body.isContainerNode() ? body.toString() : "";
    return answer.path("isBase64Encoded").asBoolean() ? decoded(text) : Payload.of(text);
  }

  private static Payload decoded(String text) {
    try {
      return Payload.of(Base64.getMimeDecoder().decode(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException notBase64) {
      return Payload.of(text);
    }
  }
}
