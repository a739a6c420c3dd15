package io.sleddog.local.aws;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.sleddog.local.http.Exchanges;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.Payload;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lambda's own Invoke, by name or ARN. */
final class FunctionCalls {
  private static final Pattern PATH =
      Pattern.compile("/2015-03-31/functions/([^/]+)/invocations/?");
  private static final Pattern NAME =
      Pattern.compile("(?:arn:aws[\\w-]*:lambda:[^:]*:)?(?:\\d*:)?(?:function:)?([^:]+)(?::.*)?");

  private final Inbox inbox;

  FunctionCalls(Inbox inbox) {
    this.inbox = inbox;
  }

  static boolean matches(String rawPath) {
    return PATH.matcher(rawPath).matches();
  }

  void answer(HttpExchange exchange) throws IOException, InterruptedException {
    Matcher path = PATH.matcher(exchange.getRequestURI().getRawPath());
    String asked = path.matches() ? URLDecoder.decode(path.group(1), StandardCharsets.UTF_8) : "";
    Matcher name = NAME.matcher(asked);
    String function = name.matches() ? name.group(1) : asked;
    Headers headers = exchange.getRequestHeaders();
    byte[] body = Exchanges.body(exchange);
    Payload event = body.length == 0 ? Payload.of("{}") : Payload.of(body);
    String type = headers.getFirst("X-Amz-Invocation-Type");
    if (type == null || type.equals("RequestResponse")) {
      call(exchange, function, event, clientContext(headers));
    } else {
      if (type.equals("Event")) {
        inbox.take(function, event);
      }
      Exchanges.answer(exchange, type.equals("Event") ? 202 : 204, new byte[0]);
    }
  }

  private static @Nullable String clientContext(Headers headers) {
    String coded = headers.getFirst("X-Amz-Client-Context");
    return coded == null
        ? null
        : new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
  }

  private void call(HttpExchange exchange, String function, Payload event, @Nullable String context)
      throws IOException, InterruptedException {
    Invocation invocation =
        inbox
            .call(function, event, context)
            .orElseThrow(
                () ->
                    new AwsRefusal("ResourceNotFoundException", "Function not found: " + function));
    exchange.getResponseHeaders().set("X-Amz-Executed-Version", "$LATEST");
    if (!invocation.succeeded()) {
      exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    Exchanges.answer(exchange, 200, invocation.payload().bytes());
  }
}
