package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.json.MalformedJson;
import io.sleddog.plan.settings.Sites;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Asks Datadog whether a forwarder's key belongs to its site. The key goes to Datadog alone. */
final class KeyCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;

  private final Cloud cloud;
  private final boolean isTryingSites;

  /**
   * Creates it.
   *
   * @param cloud where a key that is a secret is read
   * @param isTryingSites whether the other sites are asked too, if the own one refuses
   */
  KeyCheck(Cloud cloud, boolean isTryingSites) {
    this.cloud = cloud;
    this.isTryingSites = isTryingSites;
  }

  /** Asks for the forwarder with this configuration. */
  void check(JsonNode configuration, String region, Findings findings) {
    JsonNode variables = configuration.path("Environment").path("Variables");
    Optional<String> key = key(variables, region);
    if (key.isEmpty()) {
      findings.unknown(Cause.WRONG_SITE, "nobody may read the key");
      return;
    }
    String site = variables.path("DD_SITE").asText(Sites.FIRST);
    String address = variables.path("DD_API_URL").asText("");
    int status = status(address.isEmpty() ? "https://api." + site : address, key.get());
    if (status == OK) {
      findings.okUnlessSaid(Cause.WRONG_SITE);
    } else if (status == FORBIDDEN) {
      wrong(site, key.get(), findings);
    } else {
      findings.unknown(Cause.WRONG_SITE, "api/v1/validate of " + site + " answers " + status);
    }
  }

  private void wrong(String site, String key, Findings findings) {
    Optional<String> right =
        Sites.ALL.stream()
            .filter(it -> isTryingSites && !it.equals(site))
            .filter(it -> status("https://api." + it, key) == OK)
            .findFirst();
    findings.fail(
        Cause.WRONG_SITE,
        "Datadog's site " + site + " does not know the forwarder's key",
        "api/v1/validate answers " + FORBIDDEN,
        right
            .map(it -> "Set DD_SITE of the forwarder to " + it + ", which knows it")
            .orElse("Look whether key and DD_SITE belong together; --try-sites asks the others"));
  }

  private Optional<String> key(JsonNode variables, String region) {
    String plain = variables.path("DD_API_KEY").asText("").strip();
    String secret = variables.path("DD_API_KEY_SECRET_ARN").asText("");
    if (secret.isEmpty()) {
      return Optional.of(plain).filter(it -> !it.isEmpty());
    }
    try {
      JsonNode answer =
          cloud
              .service(ServiceName.SECRETS, region)
              .call("GetSecretValue", Map.of("SecretId", secret));
      return Optional.of(plain(answer.path("SecretString").asText("").strip()));
    } catch (AwsFailure e) {
      return Optional.empty();
    }
  }

  /** A secret is the key, or an object that holds it. */
  private static String plain(String secret) {
    try {
      return secret.startsWith("{")
          ? Json.parse(secret).path("DD_API_KEY").asText(secret).strip()
          : secret;
    } catch (MalformedJson notAnObject) {
      return secret;
    }
  }

  /** The status of the answer; 0 if there is none. */
  private static int status(String address, String key) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + "/api/v1/validate"))
              .timeout(PATIENCE)
              .header("DD-API-KEY", key)
              .build();
      return HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .build()
          .send(request, HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException | IllegalArgumentException unreachable) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
