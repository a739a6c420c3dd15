package io.sleddog.forwarder.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How requests leave the function.
 *
 * @param httpProxy address of the proxy for plain requests; empty for none
 * @param httpsProxy address of the proxy for encrypted ones; empty for none
 * @param noProxy names of hosts, in lower case, that need none; a name covers what is below it
 * @param verifyTls whether certificates are checked
 */
public record NetworkSettings(
    String httpProxy, String httpsProxy, List<String> noProxy, boolean verifyTls) {

  static NetworkSettings from(Environment environment) {
    List<String> exempt = new ArrayList<>();
    for (String name : either(environment, "NO_PROXY").split(",", -1)) {
      if (!name.isBlank()) {
        exempt.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    return new NetworkSettings(
        proxy(environment, "HTTP_PROXY"),
        proxy(environment, "HTTPS_PROXY"),
        List.copyOf(exempt),
        !environment.flag("DD_SKIP_SSL_VALIDATION", false));
  }

  private static String proxy(Environment environment, String name) {
    String address = either(environment, name).strip();
    if (address.isEmpty()) {
      return address;
    }
    address = address.contains("://") ? address : "http://" + address;
    try {
      if (URI.create(address).getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException ignored) {
      // reported below, like an address without a host
    }
    environment.problem(name, "is not the address of a proxy, as in http://user:secret@host:3128");
    return "";
  }

  private static String either(Environment environment, String name) {
    return environment.text(name, environment.text(name.toLowerCase(Locale.ROOT), ""));
  }
}
