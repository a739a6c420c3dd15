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
    return proxy.isEmpty() || isExempt(url) ? "" : proxy;
  }

  private boolean isExempt(URL url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    int port = url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
    for (String entry : settings.noProxy()) {
      int colon = entry.indexOf(':');
      boolean anyPort = colon < 0 || entry.indexOf(':', colon + 1) > 0;
      String name = below(anyPort ? entry : entry.substring(0, colon));
      boolean isName = name.equals("*") || host.equals(name) || host.endsWith("." + name);
      if (isName && (anyPort || entry.endsWith(":" + port))) {
        return true;
      }
    }
    return false;
  }

  /** A name covers what is below it, whether that is said or not. */
  private static String below(String entry) {
    String name = entry.startsWith("*.") ? entry.substring(1) : entry;
    return name.startsWith(".") ? name.substring(1) : name;
  }
}
