package io.sleddog.forwarder.aws;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.config.CredentialVariables;
import io.sleddog.forwarder.config.Secret;
import io.sleddog.forwarder.http.HttpAnswer;
import io.sleddog.forwarder.http.HttpRequest;
import io.sleddog.forwarder.http.HttpTransport;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.Deadline;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The function's credentials: from the environment, or under SnapStart from the address that the
 * runtime names, asked again five minutes before they end.
 */
final class CredentialsSource {
  private static final long EARLY_SECONDS = 300;

  private final CredentialVariables variables;
  private final HttpTransport transport;
  private final Clock clock;
  private @Nullable Credentials fetched;
  private Instant validUntil = Instant.MIN;

  CredentialsSource(CredentialVariables variables, HttpTransport transport, Clock clock) {
    this.variables = variables;
    this.transport = transport;
    this.clock = clock;
  }

  synchronized Credentials credentials(Deadline deadline) throws IOException {
    if (!variables.accessKey().isEmpty()) {
      return new Credentials(
          variables.accessKey(), variables.secretKey(), variables.sessionToken());
    }
    if (variables.containerUrl().isEmpty()) {
      throw new AwsException("the function has no credentials (AWS_ACCESS_KEY_ID is not set)");
    }
    Credentials current = fetched;
    if (current == null || clock.instant().isAfter(validUntil)) {
      current = fetch(deadline);
      fetched = current;
    }
    return current;
  }

  private Credentials fetch(Deadline deadline) throws IOException {
    Map<String, String> headers = Map.of("Authorization", variables.containerToken().reveal());
    HttpRequest request = HttpRequest.get(variables.containerUrl(), headers);
    Map<String, String> parts = new HashMap<>();
    byte[] json = ask(request, deadline);
    try (JsonParser parser = Json.parser(json, 0, json.length)) {
      parser.nextToken();
      for (String name; (name = parser.nextFieldName()) != null; ) {
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          parts.put(name, parser.getText());
        }
        parser.skipChildren();
      }
    }
    validUntil = expiry(parts.getOrDefault("Expiration", "")).minusSeconds(EARLY_SECONDS);
    return new Credentials(
        parts.getOrDefault("AccessKeyId", ""),
        new Secret(parts.getOrDefault("SecretAccessKey", "")),
        new Secret(parts.getOrDefault("Token", "")));
  }

  private byte[] ask(HttpRequest request, Deadline deadline) throws IOException {
    try (HttpAnswer answer = transport.send(request, deadline)) {
      if (!answer.isOk()) {
        throw new AwsException("the runtime gave no credentials: status " + answer.status());
      }
      return answer.body().readAllBytes();
    }
  }

  private Instant expiry(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException ignored) {
      return clock.instant().plusSeconds(2 * EARLY_SECONDS);
    }
  }
}
