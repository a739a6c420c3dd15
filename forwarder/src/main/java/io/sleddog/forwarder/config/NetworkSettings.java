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
 * @param noProxy names of hosts, in lower case, that need none, perhaps with a port; a name covers
 *     what is below it
 * @param verifyTls whether certificates are checked
 */
public record NetworkSettings(
    String httpProxy, String httpsProxy, List<String> noProxy, boolean verifyTls) {
  private static final int HTTP_PORT = 80;

  static NetworkSettings from(Environment environment) {
    List<String> exempt = new ArrayList<>();
    for (String name : either(environment, "NO_PROXY").split(",", -1)) {
      if (!name.isBlank()) {
        exempt.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    addOwn(environment.text("AWS_CONTAINER_CREDENTIALS_FULL_URI", ""), exempt);
    return new NetworkSettings(
        proxy(environment, "HTTP_PROXY"),
        proxy(environment, "HTTPS_PROXY"),
        List.copyOf(exempt),
        !environment.flag("DD_SKIP_SSL_VALIDATION", false));
  }

  /** The function's credentials are handed out within its own sandbox, which no proxy reaches. */
  private static void addOwn(String address, List<String> exempt) {
    try {
      URI uri = URI.create(address);
      if (uri.getHost() != null) {
        int port = uri.getPort() < 0 ? HTTP_PORT : uri.getPort();
        exempt.add(uri.getHost().toLowerCase(Locale.ROOT) + ":" + port);
      }
    } catch (IllegalArgumentException ignored) {
      // told by whoever needs credentials
    }
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

  /** Without the proxies, whose addresses may hold a password. */
  @Override
  public String toString() {
    return "NetworkSettings[noProxy=" + noProxy + ", verifyTls=" + verifyTls + "]";
  }

  private static String either(Environment environment, String name) {
    return environment.text(name, environment.text(name.toLowerCase(Locale.ROOT), ""));
  }
}
