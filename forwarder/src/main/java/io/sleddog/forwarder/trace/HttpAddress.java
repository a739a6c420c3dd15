package io.sleddog.forwarder.trace;

/**
 * Takes out of an address what tells one person or thing from another: the query, the name of a
 * user, and each part of the path that has a digit.
 */
final class HttpAddress {
  private static final String HIDDEN = "?";

  private HttpAddress() {}

  /** The address with question marks in their place; nothing else of one that is no address. */
  static String obfuscated(String address) {
    if (!isAddress(address)) {
      return HIDDEN;
    }
    int hash = address.indexOf('#');
    String fragment = hash < 0 ? "" : address.substring(hash);
    String rest = hash < 0 ? address : address.substring(0, hash);
    int query = rest.indexOf('?');
    String path = query < 0 ? rest : rest.substring(0, query);
    return start(path)
        + masked(path.substring(pathStart(path)))
        + (query < 0 ? "" : "?")
        + fragment;
  }

  /** Scheme and host, without a user. */
  private static String start(String text) {
    int end = pathStart(text);
    int host = text.indexOf("//") + 2;
    int at = text.lastIndexOf('@', end);
    boolean user = end > 0 && at >= host;
    return user ? text.substring(0, host) + text.substring(at + 1, end) : text.substring(0, end);
  }

  private static int pathStart(String text) {
    int slashes = text.indexOf("//");
    boolean scheme = slashes == 0 || (slashes > 0 && text.charAt(slashes - 1) == ':');
    if (!scheme) {
      return 0;
    }
    int path = text.indexOf('/', slashes + 2);
    return path < 0 ? text.length() : path;
  }

  private static String masked(String path) {
    String[] segments = path.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      if (hasDigit(segments[i])) {
        segments[i] = HIDDEN;
      }
    }
    return String.join("/", segments);
  }

  /** Whether a part has a digit that is not only part of an encoded character. */
  private static boolean hasDigit(String segment) {
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c == '%') {
        int decoded = Integer.parseInt(segment.substring(i + 1, i + 3), 16);
        i += 2;
        c = (char) decoded;
      }
      if (c >= '0' && c <= '9') {
        return true;
      }
    }
    return false;
  }

  /** Whether a text has neither control characters nor percent signs without two digits. */
  private static boolean isAddress(String text) {
    int query = text.indexOf('?');
    int path = query < 0 ? text.length() : query;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean broken =
          c == '%'
              && i < path
              && (i + 2 >= text.length()
                  || !isHex(text.charAt(i + 1))
                  || !isHex(text.charAt(i + 2)));
      if (c < ' ' || c == 127 || broken) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(char c) {
    return Character.digit(c, 16) >= 0 && c < 128;
  }
}
