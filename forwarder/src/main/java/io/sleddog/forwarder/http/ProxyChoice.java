package io.sleddog.forwarder.http;

import io.sleddog.forwarder.config.NetworkSettings;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy a request takes, by the variables that most programs know: {@code HTTP_PROXY}, {@code
 * HTTPS_PROXY} and {@code NO_PROXY}.
 */
final class ProxyChoice {
  private static final int DEFAULT_PORT = 80;

  private final NetworkSettings settings;

  ProxyChoice(NetworkSettings settings) {
    this.settings = settings;
  }

  Proxy proxy(URL url) {
    String address = address(url);
    if (address.isEmpty()) {
      return Proxy.NO_PROXY;
    }
    URI proxy = URI.create(address);
    int port = proxy.getPort() < 0 ? DEFAULT_PORT : proxy.getPort();
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), port));
  }

  /** As whom the proxy knows this program; null if its address names nobody. */
  @Nullable ProxyUser user(URL url) {
    String address = address(url);
    String user = address.isEmpty() ? null : URI.create(address).getUserInfo();
    return user == null ? null : new ProxyUser(user);
  }

  private String address(URL url) {
    String proxy = url.getProtocol().equals("https") ? settings.httpsProxy() : settings.httpProxy();
    return proxy.isEmpty() || isExempt(url.getHost().toLowerCase(Locale.ROOT)) ? "" : proxy;
  }

  private boolean isExempt(String host) {
    for (String entry : settings.noProxy()) {
      String name = entry.startsWith(".") ? entry.substring(1) : entry;
      if (name.equals("*") || host.equals(name) || host.endsWith("." + name)) {
        return true;
      }
    }
    return false;
  }
}
