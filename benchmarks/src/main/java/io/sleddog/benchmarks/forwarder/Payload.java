package io.sleddog.benchmarks.forwarder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/** Deliveries of CloudWatch Logs of about 1 MB, the same ones in every run. */
final class Payload {
  private static final int SIZE = 1 << 20;
  private static final String[] LINES = {
    "INFO [http-3] c.e.orders.OrderService - Order # of customer # accepted in # ms, total # EUR",
    "INFO [http-1] c.e.orders.web.Access - POST /api/v1/orders/# 201 # bytes in # ms agent=app/#",
    "DEBUG [pool-2] c.e.orders.Cache - miss for key order:#, loaded # entries, size now #",
    "WARN [http-3] c.e.orders.Payments - provider answered after # ms, attempt # of 3 for order #",
    "INFO [events-1] c.e.orders.Shipments - shipment # of order # is pending, # items, # grams",
    "ERROR [http-2] c.e.orders.Payments - order # rejected: limit of customer # exceeded by # EUR",
    "INFO [http-1] c.e.orders.web.Session - session of user # renewed until # by address 10.0.#.#"
  };

  private final byte[] json;
  private final int events;

  private Payload(byte[] json, int events) {
    this.json = json;
    this.events = events;
  }

  /** Lines of logs alone, or of a hundred 85, with 10 metric lines and 5 trace lines. */
  static Payload of(boolean mixed) {
    return of(mixed, SIZE);
  }

  /** A delivery of about a hundred lines, as most are. */
  static Payload small() {
    return of(false, SIZE / 32);
  }

  private static Payload of(boolean mixed, int size) {
    SplittableRandom random = new SplittableRandom(17);
    StringBuilder text =
        new StringBuilder(
            "{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"123456789012\",\"logGroup\":"
                + "\"/aws/lambda/orders\",\"logStream\":\"2026/11/21/[$LATEST]0123456789abcdef\","
                + "\"subscriptionFilters\":[\"all\"],\"logEvents\":[");
    int events = 0;
    while (text.length() < size) {
      text.append(events == 0 ? "" : ",").append("{\"id\":\"371997735955811541548105");
      text.append(1_000_000_000L + random.nextInt(1_000_000_000))
          .append("545129148442535997644275");
      text.append("\",\"timestamp\":").append(1_763_719_200_000L + 7L * events);
      text.append(",\"message\":\"").append(message(mixed ? events % 100 : 0, random));
      text.append("\"}");
      events++;
    }
    return new Payload(text.append("]}").toString().getBytes(StandardCharsets.UTF_8), events);
  }

  /** The lines of an object of S3. */
  static byte[] lines() {
    SplittableRandom random = new SplittableRandom(23);
    StringBuilder text = new StringBuilder();
    while (text.length() < SIZE) {
      text.append(line(random)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes that CloudWatch Logs packed. */
  byte[] json() {
    return json;
  }

  /** How many log events there are in it. */
  int events() {
    return events;
  }

  byte[] packed() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The event that Lambda hands to the forwarder. */
  byte[] event() {
    String data = Base64.getEncoder().encodeToString(packed());
    return ("{\"awslogs\":{\"data\":\"" + data + "\"}}").getBytes(StandardCharsets.US_ASCII);
  }

  private static String message(int percent, SplittableRandom random) {
    if (percent >= 95) {
      return trace(random);
    } else if (percent >= 85) {
      return "{\\\"m\\\":\\\"orders.placed\\\",\\\"v\\\":"
          + random.nextInt(1000)
          + ",\\\"e\\\":1763719200,\\\"t\\\":[\\\"plan:pro\\\",\\\"region:"
          + random.nextInt(5)
          + "\\\"]}";
    }
    return line(random);
  }

  private static String line(SplittableRandom random) {
    StringBuilder line = new StringBuilder("2026-11-21T10:15:30.");
    line.append(100 + random.nextInt(900)).append("Z ");
    line.append(Long.toHexString(random.nextLong())).append(' ');
    for (String part : LINES[random.nextInt(LINES.length)].split("(?=#)|(?<=#)", -1)) {
      line.append(part.equals("#") ? Integer.toString(random.nextInt(100_000)) : part);
    }
    return line.toString();
  }

  private static String trace(SplittableRandom random) {
    long id = random.nextLong() >>> 1;
    return "{\\\"traces\\\":[[{\\\"trace_id\\\":\\\""
        + Long.toHexString(id)
        + "\\\",\\\"span_id\\\":\\\""
        + Long.toHexString(id + 1)
        + "\\\",\\\"parent_id\\\":\\\"0\\\",\\\"service\\\":\\\"orders\\\",\\\"name\\\":\\\"aws.lambda\\\","
        + "\\\"resource\\\":\\\"orders\\\",\\\"start\\\":1763719200000000000,\\\"duration\\\":"
        + random.nextInt(1_000_000_000)
        + ",\\\"error\\\":0,\\\"type\\\":\\\"serverless\\\",\\\"meta\\\":{\\\"cold_start\\\":\\\"false\\\","
        + "\\\"request_id\\\":\\\""
        + Long.toHexString(random.nextLong())
        + "\\\"},\\\"metrics\\\":{\\\"_sampling_priority_v1\\\":1}}]]}";
  }
}
