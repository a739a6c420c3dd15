package io.sleddog.forwarder.aws;

import io.sleddog.forwarder.config.AwsSettings;
import io.sleddog.forwarder.http.HttpAnswer;
import io.sleddog.forwarder.http.HttpRequest;
import io.sleddog.forwarder.http.HttpTransport;
import io.sleddog.forwarder.http.Pause;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sends signed requests to AWS; tries again, twice, what may pass. */
public final class AwsClient {
  private static final int ATTEMPTS = 3;
  private static final long PAUSE_MILLIS = 100;
  private static final int MOST_ERROR_BYTES = 4096;

  private final AwsSettings settings;
  private final HttpTransport transport;
  private final CredentialsSource credentials;
  private final Signer signer;
  private final Pause pause;

  /**
   * A client of the function's own region.
   *
   * @param clock for signatures
   * @param pause how to wait before another try
   */
  public AwsClient(AwsSettings settings, HttpTransport transport, Clock clock, Pause pause) {
    this.settings = settings;
    this.transport = transport;
    this.credentials = new CredentialsSource(settings.credentials(), transport, clock);
    this.signer = new Signer(clock);
    this.pause = pause;
  }

  AwsSettings settings() {
    return settings;
  }

  /**
   * Calls an action of a service that speaks JSON.
   *
   * @param region where; the empty text stands for the function's own
   * @param action the service, its version in {@code X-Amz-Target} and the action
   * @param json the action's parameters
   * @return the answer's JSON
   * @throws AwsException if the service refused
   */
  public byte[] call(AwsAction action, String region, String json, Deadline deadline)
      throws IOException {
    String place = region.isEmpty() ? settings.region() : region;
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/x-amz-json-" + action.version());
    headers.put("X-Amz-Target", action.target());
    HttpRequest request =
        new HttpRequest(
            "POST",
            settings.endpoint(action.service(), place) + "/",
            headers,
            Slice.of(json.getBytes(StandardCharsets.UTF_8)));
    AwsScope scope = new AwsScope(action.service(), place);
    try (HttpAnswer answer = send(request, scope, deadline)) {
      return answer.body().readAllBytes();
    }
  }

  /** Sends a request; the answer is one of success, and is to be closed. */
  HttpAnswer send(HttpRequest request, AwsScope scope, Deadline deadline) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpRequest signed = signer.sign(request, scope, credentials.credentials(deadline));
        HttpAnswer answer = transport.send(signed, deadline);
        if (answer.isOk()) {
          return answer;
        }
        throw refusal(scope.service(), answer);
      } catch (IOException e) {
        if (attempt == ATTEMPTS || !mayPass(e) || deadline.remainingMillis() < PAUSE_MILLIS) {
          throw e;
        }
      }
      pause.millis(PAUSE_MILLIS * attempt);
    }
  }

  private static boolean mayPass(IOException e) {
    if (!(e instanceof AwsException refused)) {
      return true;
    }
    int status = refused.status();
    boolean throttled = refused.code().contains("Throttl") || refused.code().contains("SlowDown");
    return status >= 500 || status == 429 || throttled;
  }

  /** Names of errors are in JSON or XML and are found by their place; content is not kept. */
  private static AwsException refusal(String service, HttpAnswer answer) throws IOException {
    String text;
    try (answer) {
      text = new String(answer.body().readNBytes(MOST_ERROR_BYTES), StandardCharsets.UTF_8);
    }
    String code = between(text, "<Code>", "<");
    if (code.isEmpty()) {
      code = between(text.replace("\": \"", "\":\""), "\"__type\":\"", "\"");
      code = code.substring(code.indexOf('#') + 1);
    }
    return new AwsException(service, answer.status(), code);
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start);
    int to = from < 0 ? -1 : text.indexOf(end, from + start.length());
    return to < 0 ? "" : text.substring(from + start.length(), to);
  }
}
