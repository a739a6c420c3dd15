package io.sleddog.local.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a function's answer is to the one who asked over HTTP.
 *
 * @param status the HTTP status
 * @param headers name and value, a name as often as it has values
 * @param body its bytes
 */
record HttpAnswer(int status, List<Header> headers, Payload body) {
  private static final Set<String> OURS =
      Set.of("content-length", "transfer-encoding", "connection", "date");
  private static final int TIMED_OUT = 503;

  /** One header. */
  record Header(String name, String value) {}

  HttpAnswer {
    headers = List.copyOf(headers);
  }

  static HttpAnswer of(Invocation invocation, Shape shape) {
    if (invocation.status() == InvocationStatus.TIMEOUT) {
      return message(TIMED_OUT, "Service Unavailable");
    } else if (!invocation.succeeded()) {
      return message(shape.failure(), "Internal Server Error");
    }
    Optional<ObjectNode> answer = Json.tryParseObject(invocation.payload().text());
    if (answer.isEmpty() || !answer.get().has("statusCode")) {
      return new HttpAnswer(200, List.of(json()), invocation.payload());
    }
    int status = answer.get().path("statusCode").asInt(0);
    return status < 100 || status > 599
        ? message(shape.failure(), "Internal Server Error")
        : new HttpAnswer(status, headers(answer.get()), body(answer.get()));
  }

  static HttpAnswer message(int status, String text) {
    Payload body = Payload.of(Json.write(Json.object().put("message", text)));
    return new HttpAnswer(status, List.of(json()), body);
  }

  private static Header json() {
    return new Header("content-type", "application/json");
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
