package io.sleddog.local.front;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.sleddog.local.http.Exchanges;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Account;
import io.sleddog.local.model.Payload;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A request as the event of an HTTP API or a function URL, format 2.0. */
final class HttpEvent {
  private static final Pattern TEXT =
      Pattern.compile("text/.*|application/(json|javascript|xml)|.*\\+(json|xml)");
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final HttpExchange exchange;
  private final Call call;
  private final Shape shape;

  HttpEvent(HttpExchange exchange, Call call, Shape shape) {
    this.exchange = exchange;
    this.call = call;
    this.shape = shape;
  }

  Payload of(byte[] body, Instant now) {
    Map<String, String> headers = Exchanges.headers(exchange);
    String cookies = headers.remove("cookie");
    String query = exchange.getRequestURI().getRawQuery();
    ObjectNode event =
        Json.object()
            .put("version", "2.0")
            .put("routeKey", call.routeKey())
            .put("rawPath", call.path())
            .put("rawQueryString", query == null ? "" : query);
    if (cookies != null) {
      ArrayNode list = event.putArray("cookies");
      Pattern.compile("; *").splitAsStream(cookies).forEach(list::add);
    }
    headers.putIfAbsent("x-forwarded-for", "127.0.0.1");
    headers.putIfAbsent("x-forwarded-proto", "https");
    ObjectNode sent = event.putObject("headers");
    headers.forEach(sent::put);
    putQuery(event, query == null ? "" : query);
    event.set("requestContext", context(headers, now));
    if (!call.parameters().isEmpty()) {
      ObjectNode places = event.putObject("pathParameters");
      call.parameters().forEach(places::put);
    }
    putBody(event, body, headers.getOrDefault("content-type", "text/plain"));
    return Payload.of(Json.write(event));
  }

  /** Several values of one name are joined by a comma. */
  private static void putQuery(ObjectNode event, String query) {
    ObjectNode values = Json.object();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (!name.isEmpty()) {
        values.put(name, values.has(name) ? values.path(name).asText() + "," + value : value);
      }
    }
    if (!values.isEmpty()) {
      event.set("queryStringParameters", values);
    }
  }

  static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private ObjectNode context(Map<String, String> headers, Instant now) {
    ObjectNode context =
        Json.object()
            .put("accountId", shape == Shape.FUNCTION_URL ? "anonymous" : Account.ID)
            .put("apiId", shape.id())
            .put("domainName", shape.domainName())
            .put("domainPrefix", shape.id());
    context
        .putObject("http")
        .put("method", exchange.getRequestMethod())
        .put("path", call.path())
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", "127.0.0.1")
        .put("userAgent", headers.getOrDefault("user-agent", ""));
    return context
        .put("requestId", UUID.randomUUID().toString())
        .put("routeKey", call.routeKey())
        .put("stage", "$default")
        .put("time", TIME.format(now))
        .put("timeEpoch", now.toEpochMilli());
  }

  static void putBody(ObjectNode event, byte[] body, String type) {
    String bare = type.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
    boolean isText = TEXT.matcher(bare).matches();
    if (body.length > 0) {
      String text =
          isText
              ? new String(body, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(body);
      event.put("body", text);
    }
    event.put("isBase64Encoded", body.length > 0 && !isText);
  }
}
