package io.sleddog.forwarder.http;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A name and a password for a proxy. A request that the proxy passes on carries them in a header of
 * its own; for a tunnel the JDK's client asks for them when the proxy does.
 */
final class ProxyUser extends Authenticator {
  private final String user;

  /**
   * A user.
   *
   * @param user name and password, with a colon between them
   */
  ProxyUser(String user) {
    this.user = user;
  }

  String header() {
    byte[] text = user.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(text);
  }

  @Override
  protected @Nullable PasswordAuthentication getPasswordAuthentication() {
    if (getRequestorType() != RequestorType.PROXY) {
      return null;
    }
    int colon = user.indexOf(':');
    String name = colon < 0 ? user : user.substring(0, colon);
    String password = colon < 0 ? "" : user.substring(colon + 1);
    return new PasswordAuthentication(name, password.toCharArray());
  }
}
