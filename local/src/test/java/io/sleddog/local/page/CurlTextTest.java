package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.live.Ride;
import io.sleddog.local.live.Trip;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.Payload;
import io.sleddog.local.testing.Rides;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person pastes into a shell must do nothing but send the request. */
class CurlTextTest {
  private static IntakeRequest request(String path, String type, String body) {
    return new IntakeRequest(
        1,
        "POST",
        path,
        Map.of("content-type", type),
        1,
        Payload.of(body),
        202,
        Contents.NONE,
        null);
  }

  /** Of a forwarder. */
  private static String ofForwarder(IntakeRequest request) {
    Ride ok = Rides.ok("orders", 1);
    return text(new Ride(ok.function(), ok.execution(), ok.deliveries(), List.of(request)));
  }

  /** Of a process. */
  private static String ofProcess(IntakeRequest request) {
    Ride ok = Rides.ok("orders", 1);
    return text(new Ride(ok.function(), ok.execution(), List.of(), List.of(request)));
  }

  private static String text(Ride ride) {
    return CurlText.of(new RequestView.Sent(Trip.of(1, ride), 0));
  }

  @Test
  void of_textBody_isSentAsItIs() {
    assertThat(ofForwarder(request("/api/v2/logs", "application/json", "[{\"a\":\"it's\"}]")))
        .isEqualTo(
            "curl -X 'POST' 'https://INTAKE/api/v2/logs' -H \"DD-API-KEY: $DD_API_KEY\""
                + " -H 'Content-Type: application/json'"
                + " --data-binary '[{\"a\":\"it'\\''s\"}]'");
  }

  @Test
  void of_binaryBody_isUnpackedFromBase64() {
    assertThat(ofForwarder(request("/api/v0.2/traces", "application/x-protobuf", "\u0001'")))
        .startsWith("echo ASc= | base64 -d | curl -X 'POST' 'https://INTAKE/api/v0.2/traces'")
        .endsWith(" --data-binary @-");
  }

  @Test
  void of_process_goesToTheCustomaryPort() {
    assertThat(ofProcess(request("/v0.4/traces", "application/json", "[]")))
        .startsWith("curl -X 'POST' 'http://127.0.0.1:8126/v0.4/traces' -H 'Content-Type");
    assertThat(ofProcess(request("/v1/traces", "application/json", "{}")))
        .startsWith("curl -X 'POST' 'http://127.0.0.1:4318/v1/traces'");
    assertThat(ofProcess(request("/dogstatsd", "text/plain", "a:1|c|#it's")))
        .isEqualTo("printf '%s' 'a:1|c|#it'\\''s' >/dev/udp/127.0.0.1/8125");
  }

  @Test
  void of_hostilePathAndType_staysBetweenQuotes() {
    IntakeRequest hostile =
        new IntakeRequest(
            1,
            "GET';reboot",
            "/v0.4/$(reboot)`reboot`\"';reboot;'",
            Map.of("content-type", "a';reboot;'"),
            1,
            Payload.of("x"),
            404,
            Contents.NONE,
            "no such path");

    String outside = ofProcess(hostile).replace("'\\''", "").replaceAll("'[^']*'", "Q");

    assertThat(outside).isEqualTo("curl -X Q Q -H Q --data-binary Q");
  }
}
