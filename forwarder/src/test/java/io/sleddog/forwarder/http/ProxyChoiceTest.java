package io.sleddog.forwarder.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.RecordingIntake;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyChoiceTest {

  @ParameterizedTest
  @CsvSource({
    "http://a.example/x, DIRECT",
    "https://a.example/x, outer:3128",
    "https://a.example:8443/x, outer:3128",
    "https://A.EXAMPLE/x, outer:3128"
  })
  void proxy_forHttpsOnly_isTakenForHttpsOnly(String url, String proxy) throws Exception {
    assertThat(proxy(Map.of("HTTPS_PROXY", "http://outer:3128"), url)).isEqualTo(proxy);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_PROXY, outer, outer:80",
    "http_proxy, http://outer, outer:80",
    "HTTP_PROXY, http://user:secret@outer:8080/, outer:8080"
  })
  void proxy_waysToNameIt_meanTheSame(String name, String value, String proxy) throws Exception {
    assertThat(proxy(Map.of(name, value), "http://a.example/x")).isEqualTo(proxy);
  }

  @ParameterizedTest
  @CsvSource({
    "a.example, DIRECT",
    "A.Example, DIRECT",
    ".example, DIRECT",
    "*.example, DIRECT",
    "example, DIRECT",
    "*, DIRECT",
    "' other , a.example ', DIRECT",
    "a.example:443, DIRECT",
    "a.example:8443, outer:80",
    "xample, outer:80",
    "b.a.example, outer:80",
    "a.example.com, outer:80",
    "'', outer:80",
    "',,', outer:80"
  })
  void proxy_hostThatNeedsNone_isReachedDirectly(String noProxy, String proxy) throws Exception {
    Map<String, String> settings = Map.of("HTTPS_PROXY", "outer", "NO_PROXY", noProxy);

    assertThat(proxy(settings, "https://a.example/x")).isEqualTo(proxy);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:9001/2021-04-23/credentials, DIRECT",
    "http://127.0.0.1:9002/api/v2/logs, outer:80",
    "http://169.254.170.2/v2, outer:80"
  })
  void proxy_addressOfTheFunctionsCredentials_isReachedDirectly(String url, String proxy)
      throws Exception {
    Map<String, String> settings =
        Map.of(
            "HTTP_PROXY", "outer",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:9001/2021-04-23/credentials");

    assertThat(proxy(settings, url)).isEqualTo(proxy);
  }

  @ParameterizedTest
  @CsvSource({"no address", "http://", "/credentials"})
  void proxy_credentialsWithoutAnAddress_changeNothing(String credentials) throws Exception {
    Map<String, String> settings =
        Map.of("HTTP_PROXY", "outer", "AWS_CONTAINER_CREDENTIALS_FULL_URI", credentials);

    assertThat(proxy(settings, "http://a.example/x")).isEqualTo("outer:80");
  }

  @Test
  void user_proxyWithUser_isKnownToHttpAndTunnels() throws Exception {
    ProxyChoice choice = choice(Map.of("HTTPS_PROXY", "http://user:se%3Acret@outer"));

    ProxyUser user = choice.user(url("https://a.example/x"));

    assertThat(user).isNotNull();
    assertThat(user.header()).isEqualTo("Basic dXNlcjpzZTpjcmV0");
    assertThat(choice.user(url("http://a.example/x"))).isNull();
  }

  @Test
  void user_proxyWithout_isNobody() throws Exception {
    assertThat(choice(Map.of("HTTP_PROXY", "http://outer")).user(url("http://a.example/x")))
        .isNull();
  }

  private static String proxy(Map<String, String> settings, String address) throws Exception {
    Proxy proxy = choice(settings).proxy(url(address));
    return proxy.type() == Proxy.Type.DIRECT
        ? "DIRECT"
        : String.valueOf(proxy.address()).replaceAll("/<unresolved>|/[0-9.]+", "");
  }

  private static URL url(String address) throws Exception {
    return URI.create(address).toURL();
  }

  private static ProxyChoice choice(Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("DD_API_KEY", RecordingIntake.KEY);
    return new ProxyChoice(ForwarderConfig.from(environment).network());
  }
}
