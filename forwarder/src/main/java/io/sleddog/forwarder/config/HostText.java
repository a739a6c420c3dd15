package io.sleddog.forwarder.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a host as people write it: alone as it should be, or with more of an address.
 *
 * @param scheme with the two slashes; empty if there is none
 * @param host a name or number, the port that stands behind it included
 * @param hasPort whether there is one
 * @param path without a slash at its end; empty as a rule
 */
record HostText(String scheme, String host, boolean hasPort, String path) {
  private static final Pattern FORM =
      Pattern.compile("(https?://)?([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?(/[^?#\\s]*)?");
  private static final int HTTPS_PORT = 443;
  private static final int MOST_PORT = 65_535;
  private static final Pattern PORT = Pattern.compile(":0*[1-9][0-9]{0,4}");

  /** Reads a variable. */
  static HostText read(Environment environment, String variable, String otherwise) {
    String value = environment.text(variable, otherwise).strip();
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches() || !isPort(text(matcher, 3))) {
      environment.problem(variable, "\"" + value + "\" is not the name of a host");
      return new HostText("", otherwise, false, "");
    }
    String port = text(matcher, 3);
    String path = text(matcher, 4).replaceFirst("/+$", "");
    String place =
        path.endsWith(IntakeAddresses.LOGS_PATH)
            ? path.substring(0, path.length() - IntakeAddresses.LOGS_PATH.length())
            : path;
    return new HostText(text(matcher, 1), text(matcher, 2) + port, !port.isEmpty(), place);
  }

  /** Reads a variable that names a site of Datadog; the address of its web pages will do. */
  static String site(Environment environment, String variable, String otherwise) {
    String host = read(environment, variable, otherwise).host();
    return host.startsWith("app.") ? host.substring("app.".length()) : host;
  }

  /** The address, for which scheme and port are given in case that it does not name its own. */
  String address(String usualScheme, int port) {
    String own = scheme.isEmpty() ? usualScheme : scheme;
    boolean usual = hasPort || (port == HTTPS_PORT && own.equals("https://"));
    return own + host + (usual ? "" : ":" + port) + path;
  }

  /** Whether a text is a colon and the number of a port, or empty. */
  static boolean isPort(String text) {
    return text.isEmpty() || (PORT.matcher(text).matches() && number(text) <= MOST_PORT);
  }

  private static int number(String port) {
    return Integer.parseInt(port.substring(1));
  }

  private static String text(Matcher matcher, int group) {
    String text = matcher.group(group);
    return text == null ? "" : text;
  }
}
