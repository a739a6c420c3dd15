package io.sleddog.local.page;

import io.sleddog.local.live.ProcessRide;
import io.sleddog.local.model.IntakeRequest;
import java.util.Base64;

/** A request as a command of a shell that sends it once more. */
final class CurlText {
  private CurlText() {}

  static String of(RequestView.Sent sent) {
    IntakeRequest request = sent.request();
    boolean direct = sent.trip().ride().direct();
    if (direct && ProcessRide.way(request.path()).equals("dogstatsd")) {
      return "printf '%s' '" + quoted(request.body().text()) + "' >/dev/udp/127.0.0.1/8125";
    }
    String type = request.headers().getOrDefault("content-type", "application/json");
    String head =
        "curl -X '"
            + quoted(request.method())
            + "' '"
            + (direct ? agent(request) : "https://INTAKE")
            + quoted(request.path())
            + "'"
            + (direct ? "" : " -H \"DD-API-KEY: $DD_API_KEY\"")
            + " -H 'Content-Type: "
            + quoted(type)
            + "'";
    if (RequestView.isBinary(request)) {
      String packed = Base64.getEncoder().encodeToString(request.body().bytes());
      return "echo " + packed + " | base64 -d | " + head + " --data-binary @-";
    }
    return head + " --data-binary '" + quoted(request.body().text()) + "'";
  }

  /** The customary port, as clients have it. */
  private static String agent(IntakeRequest request) {
    boolean otlp = ProcessRide.way(request.path()).equals("otlp");
    return "http://127.0.0.1:" + (otlp ? 4318 : 8126);
  }

  /** For use between single quotes of a shell. */
  private static String quoted(String text) {
    return text.replace("'", "'\\''");
  }
}
