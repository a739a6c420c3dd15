package io.sleddog.forwarder;

import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.http.HttpAnswer;
import io.sleddog.forwarder.http.HttpRequest;
import io.sleddog.forwarder.http.HttpTransport;
import io.sleddog.forwarder.http.Pause;
import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Invocation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Forwards an event of its own to nowhere, so that what a first event needs is loaded and compiled
 * before a snapshot is taken. Nothing of it is kept, and nothing leaves the sandbox.
 */
final class Rehearsal {
  /** So often that the runtime has compiled what is used for each log. */
  private static final int ROUNDS = 60;

  private static final long MOST_MILLIS = 5_000;

  private static final List<String> MESSAGES =
      List.of(
          "2026-01-31T12:00:00Z rehearsal",
          "{\"level\":\"INFO\",\"message\":\"rehearsal\"}",
          "{\"m\":\"rehearsal\",\"v\":1,\"e\":1767225600,\"t\":[\"a:b\"]}",
          "{\"traces\":[[{\"trace_id\":\"1f\",\"span_id\":\"2\",\"parent_id\":\"0\",\"name\":\"a\","
              + "\"service\":\"b\",\"start\":1767225600000000000,\"duration\":1,"
              + "\"meta\":{\"a\":\"b\"},\"metrics\":{\"c\":1}}]]}",
          "REPORT RequestId: 00000000-0000-0000-0000-000000000000\\tDuration: 1.00 ms\\t"
              + "Billed Duration: 1 ms\\tMemory Size: 128 MB\\tMax Memory Used: 64 MB\\t\\n");

  private final ForwarderConfig config;
  private final String functionName;

  /** A rehearsal by the settings of the function. */
  Rehearsal(ForwarderConfig config, String functionName) {
    this.config = config;
    this.functionName = functionName;
  }

  /** Forwards to nowhere; that it does not work is no failure. */
  void run() {
    Pipeline pipeline = Wiring.pipeline(config, functionName, Pause.REAL, new Nowhere());
    Invocation invocation =
        new Invocation(
            "arn:aws:lambda:us-east-1:000000000000:function:rehearsal",
            functionName,
            "$LATEST",
            "00000000-0000-0000-0000-000000000000",
            1024);
    Deadline deadline = Deadline.in(MOST_MILLIS);
    byte[] event = event();
    for (int i = 0; i < ROUNDS && !deadline.hasPassed(); i++) {
      Result result = pipeline.run(event, invocation, deadline);
      result.line(invocation.requestId(), true);
    }
  }

  /** An event with a log, a metric, a trace and a report. */
  static byte[] event() {
    ByteWriter json = new ByteWriter(4096);
    json.text("{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"000000000000\",");
    json.text("\"logGroup\":\"/aws/lambda/rehearsal\",\"logStream\":\"2026/01/31/[$LATEST]0\",");
    json.text("\"subscriptionFilters\":[\"rehearsal\"],\"logEvents\":");
    char before = '[';
    for (String message : MESSAGES) {
      json.write(before);
      json.text("{\"id\":\"0\",\"timestamp\":1767225600000,\"message\":").string(message).text("}");
      before = ',';
    }
    json.text("]}");
    String data = Base64.getEncoder().encodeToString(gzip(json));
    return ("{\"awslogs\":{\"data\":\"" + data + "\"}}").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] gzip(ByteWriter plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain.array(), 0, plain.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Takes everything, and gives whoever asks for a key one that is none. */
  private static final class Nowhere implements HttpTransport {
    private static final byte[] ANSWER =
        "{\"SecretString\":\"none\",\"Value\":\"none\",\"Plaintext\":\"bm9uZQ==\"}"
            .getBytes(StandardCharsets.US_ASCII);

    @Override
    public HttpAnswer send(HttpRequest request, Deadline deadline) {
      return new HttpAnswer(202, Map.of(), new ByteArrayInputStream(ANSWER));
    }
  }
}
