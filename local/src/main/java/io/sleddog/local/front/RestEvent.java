package io.sleddog.local.front;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Account;
import io.sleddog.local.model.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A request as the event of a REST API, format 1.0. */
final class RestEvent {
  private static final String STAGE = "prod";

  private final HttpExchange exchange;
  private final Call call;

  RestEvent(HttpExchange exchange, Call call) {
    this.exchange = exchange;
    this.call = call;
  }

  Payload of(byte[] body, Instant now) {
    Map<String, List<String>> headers = headers();
    ObjectNode event =
        Json.object()
            .put("resource", resource())
            .put("path", call.path())
            .put("httpMethod", exchange.getRequestMethod());
    put(event, "headers", "multiValueHeaders", headers);
    put(event, "queryStringParameters", "multiValueQueryStringParameters", query());
    Map<String, List<String>> places = new LinkedHashMap<>();
    call.parameters().forEach((name, value) -> places.put(name, List.of(value)));
    put(event, "pathParameters", "", places);
    event.putNull("stageVariables");
    event.set("requestContext", context(headers, now));
    event.putNull("body");
    HttpEvent.putBody(event, body, first(headers, "Content-Type", "text/plain"));
    return Payload.of(Json.write(event));
  }

  private String resource() {
    return call.routeKey().substring(call.routeKey().indexOf(' ') + 1);
  }

  /** Each name with its last value, and again with all of them; null if there is none. */
  private static void put(
      ObjectNode event, String single, String multiple, Map<String, List<String>> values) {
    if (values.isEmpty()) {
      event.putNull(single);
    } else {
      ObjectNode last = event.putObject(single);
      values.forEach((name, all) -> last.put(name, all.get(all.size() - 1)));
    }
    if (multiple.isEmpty()) {
      return;
    } else if (values.isEmpty()) {
      event.putNull(multiple);
    } else {
      ObjectNode lists = event.putObject(multiple);
      values.forEach((name, all) -> all.forEach(lists.putArray(name)::add));
    }
  }

  /** Names as clients write them, which Java's server does not keep. */
  private Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(capitalized(name), List.copyOf(values)));
    headers.putIfAbsent("X-Forwarded-For", List.of("127.0.0.1"));
    headers.putIfAbsent("X-Forwarded-Proto", List.of("https"));
    return headers;
  }

  private static String capitalized(String name) {
    StringBuilder capital = new StringBuilder(name.toLowerCase(Locale.ROOT));
    for (int i = 0; i < capital.length(); i++) {
      if (i == 0 || capital.charAt(i - 1) == '-') {
        capital.setCharAt(i, Character.toUpperCase(capital.charAt(i)));
      }
    }
    return capital.toString();
  }

  private Map<String, List<String>> query() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    String query = exchange.getRequestURI().getRawQuery();
    for (String pair : (query == null ? "" : query).split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = HttpEvent.decoded(equals < 0 ? pair : pair.substring(0, equals));
      if (!name.isEmpty()) {
        String value = equals < 0 ? "" : HttpEvent.decoded(pair.substring(equals + 1));
        values.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
      }
    }
    return values;
  }

  private ObjectNode context(Map<String, List<String>> headers, Instant now) {
    ObjectNode context =
        Json.object()
            .put("accountId", Account.ID)
            .put("apiId", Shape.REST_API.id())
            .put("domainName", Shape.REST_API.domainName())
            .put("domainPrefix", Shape.REST_API.id())
            .put("httpMethod", exchange.getRequestMethod());
    context
        .putObject("identity")
        .put("sourceIp", "127.0.0.1")
        .put("userAgent", first(headers, "User-Agent", ""));
    return context
        .put("path", "/" + STAGE + call.path())
        .put("protocol", "HTTP/1.1")
        .put("requestId", UUID.randomUUID().toString())
        .put("requestTime", HttpEvent.TIME.format(now))
        .put("requestTimeEpoch", now.toEpochMilli())
        .put("resourceId", "local1")
        .put("resourcePath", resource())
        .put("stage", STAGE);
  }

  private static String first(Map<String, List<String>> values, String name, String other) {
    List<String> all = values.getOrDefault(name, List.of());
    return all.isEmpty() ? other : all.get(0);
  }
}
