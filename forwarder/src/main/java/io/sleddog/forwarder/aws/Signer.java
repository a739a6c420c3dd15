package io.sleddog.forwarder.aws;

import io.sleddog.forwarder.http.HttpRequest;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.UrlText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Signs requests by AWS's Signature Version 4. */
final class Signer {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private final Clock clock;

  Signer(Clock clock) {
    this.clock = clock;
  }

  /**
   * The request with the headers of its signature.
   *
   * @param scope service and region that it goes to
   */
  HttpRequest sign(HttpRequest request, AwsScope scope, Credentials credentials) {
    String time = time();
    String bodyHash = Hashes.hex(Hashes.sha256(request.body()));
    Map<String, String> headers = headers(request, credentials, time);
    if (scope.isS3()) {
      headers.put("x-amz-content-sha256", bodyHash);
    }
    String names = String.join(";", headers.keySet());
    String canonical = canonical(request, scope, headers, names) + bodyHash;
    String place = time.substring(0, 8) + "/" + scope.region() + "/" + scope.service();
    String hash = Hashes.hex(Hashes.sha256(Slice.of(canonical)));
    String text = ALGORITHM + "\n" + time + "\n" + place + "/aws4_request\n" + hash;
    String signature = Hashes.hex(Hashes.hmac(key(place, credentials), text));
    String identity = credentials.accessKey() + "/" + place + "/aws4_request";
    headers.remove("host");
    headers.put(
        "Authorization",
        ALGORITHM
            + (" Credential=" + identity)
            + (", SignedHeaders=" + names)
            + (", Signature=" + signature));
    return new HttpRequest(request.method(), request.url(), headers, request.body());
  }

  /** All headers that are signed, but for S3's own, by their names in lower case. */
  private static Map<String, String> headers(
      HttpRequest request, Credentials credentials, String time) {
    Map<String, String> headers = new TreeMap<>();
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue());
    }
    headers.put("host", host(URI.create(request.url())));
    headers.put("x-amz-date", time);
    if (!credentials.sessionToken().reveal().isEmpty()) {
      headers.put("x-amz-security-token", credentials.sessionToken().reveal());
    }
    return headers;
  }

  private static String canonical(
      HttpRequest request, AwsScope scope, Map<String, String> headers, String names) {
    URI uri = URI.create(request.url());
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    StringBuilder text = new StringBuilder(request.method()).append('\n');
    text.append(scope.isS3() ? path : UrlText.encodePath(path)).append('\n');
    text.append(query(uri)).append('\n');
    for (Map.Entry<String, String> header : headers.entrySet()) {
      text.append(header.getKey()).append(':').append(header.getValue().strip()).append('\n');
    }
    return text.append('\n').append(names).append('\n').toString();
  }

  /** The parameters in the order of their names; they are encoded already. */
  private static String query(URI uri) {
    if (uri.getRawQuery() == null) {
      return "";
    }
    Map<String, String> sorted = new TreeMap<>();
    for (String part : uri.getRawQuery().split("&", -1)) {
      int equals = part.indexOf('=');
      sorted.put(
          equals < 0 ? part : part.substring(0, equals),
          equals < 0 ? "" : part.substring(equals + 1));
    }
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> part : sorted.entrySet()) {
      text.append(text.length() == 0 ? "" : "&");
      text.append(part.getKey()).append('=').append(part.getValue());
    }
    return text.toString();
  }

  private static byte[] key(String place, Credentials credentials) {
    byte[] key = ("AWS4" + credentials.secretKey().reveal()).getBytes(StandardCharsets.UTF_8);
    for (String part : place.split("/", -1)) {
      key = Hashes.hmac(key, part);
    }
    return Hashes.hmac(key, "aws4_request");
  }

  private static String host(URI uri) {
    boolean usual = uri.getPort() < 0 || (uri.getPort() == 443 && uri.getScheme().equals("https"));
    return usual ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  /** Now, as in {@code 20260131T235959Z}. */
  private String time() {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    StringBuilder text = new StringBuilder().append(now.getYear());
    twoDigits(now.getMonthValue(), text);
    twoDigits(now.getDayOfMonth(), text);
    text.append('T');
    twoDigits(now.getHour(), text);
    twoDigits(now.getMinute(), text);
    twoDigits(now.getSecond(), text);
    return text.append('Z').toString();
  }

  private static void twoDigits(int number, StringBuilder text) {
    text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
