package io.sleddog.forwarder.deliver;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/**
 * How an intake answered a request in the end.
 *
 * @param status the HTTP status; 0 if there was no answer
 * @param retryAfterMillis how long it asked to wait; -1 if it did not
 * @param reason what happened, for people
 * @param rejected how many items it did not take of a request that it took
 */
record Verdict(int status, long retryAfterMillis, String reason, int rejected) {
  private static final int BAD_REQUEST = 400;
  private static final int TOO_LARGE = 413;

  static Verdict noAnswer(IOException e) {
    return new Verdict(0, -1, words(e), 0);
  }

  boolean isTaken() {
    return status >= 200 && status < 300;
  }

  /** Whether the content itself was refused, so that the same again is of no use. */
  boolean isRefused() {
    return status == BAD_REQUEST || status == TOO_LARGE;
  }

  /** What to look at, where the status tells. */
  String hint() {
    return switch (status) {
      case 401, 403 -> " (is the API key one of the organisation on DD_SITE?)";
      case 404 -> " (are DD_SITE, DD_URL, DD_API_URL and DD_TRACE_INTAKE_URL right?)";
      default -> "";
    };
  }

  private static String words(IOException e) {
    if (e instanceof UnknownHostException) {
      return "the host is not known";
    } else if (e instanceof ConnectException) {
      return "no connection";
    } else if (e instanceof SocketTimeoutException) {
      return "no answer in time";
    } else if (e instanceof SSLException) {
      return "no TLS connection: " + e.getMessage();
    } else if (e instanceof JacksonException) {
      return "an answer that is no JSON"; // its own words may quote the answer
    }
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
