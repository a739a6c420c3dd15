package io.sleddog.local.agent;

import io.sleddog.local.intake.Decompression;
import io.sleddog.local.intake.MalformedBody;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.Payload;
import io.sleddog.local.otlp.OtlpAnswer;
import io.sleddog.local.otlp.OtlpReader;
import io.sleddog.local.otlp.OtlpSignal;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a request of OTLP over HTTP, tells the sink of it and answers as the protocol wants. */
final class OtlpIntake {
  /** The most bytes that a body may have, packed or not, as the protocol recommends. */
  static final int MOST_BYTES = 20 << 20;

  private static final String PROTOBUF = "application/x-protobuf";
  private static final String JSON = "application/json";
  private static final List<String> ENCODINGS = List.of("", "gzip", "zstd");
  private static final int INVALID_ARGUMENT = 3;

  private final OtlpReader reader = new OtlpReader();
  private final Clock clock;
  private final Consumer<IntakeRequest> sink;

  OtlpIntake(Clock clock, Consumer<IntakeRequest> sink) {
    this.clock = clock;
    this.sink = sink;
  }

  /** The answer; the sink has been told before. */
  Reply take(Incoming incoming, OtlpSignal signal) {
    Reply refusal = refusal(incoming);
    if (refusal != null) {
      return refused(incoming, Payload.of(""), refusal, refusal.body().text().strip());
    }
    boolean isJson = incoming.mediaType(PROTOBUF).equals(JSON);
    Payload body = Payload.of("");
    try {
      body = Payload.of(unpacked(incoming));
      if (body.size() > MOST_BYTES) {
        Reply large = tooLarge();
        return refused(incoming, Payload.of(""), large, large.body().text().strip());
      }
      return taken(incoming, body, reader.read(signal, body.bytes(), isJson), signal);
    } catch (MalformedBody e) {
      String reason = String.valueOf(e.getMessage());
      byte[] status = OtlpAnswer.status(INVALID_ARGUMENT, reason, isJson);
      Reply bad = new Reply(400, isJson ? JSON : PROTOBUF, Payload.of(status));
      return refused(incoming, body, bad, reason);
    }
  }

  private static byte[] unpacked(Incoming incoming) {
    return Decompression.decode(incoming.encoding(), incoming.body().bytes(), MOST_BYTES);
  }

  private static @Nullable Reply refusal(Incoming incoming) {
    String type = incoming.mediaType(PROTOBUF);
    if (!incoming.method().equals("POST")) {
      return Reply.text(405, "OTLP is taken by POST only.");
    } else if (!type.equals(PROTOBUF) && !type.equals(JSON)) {
      return Reply.text(415, "The content type must be " + PROTOBUF + " or " + JSON + ".");
    } else if (!ENCODINGS.contains(incoming.encoding())) {
      return Reply.text(415, "The content encoding must be gzip, zstd or none.");
    }
    return incoming.body().size() > MOST_BYTES ? tooLarge() : null;
  }

  private static Reply tooLarge() {
    return Reply.text(413, "The body has more than " + MOST_BYTES + " bytes.");
  }

  private Reply taken(
      Incoming incoming, Payload body, OtlpReader.Reading reading, OtlpSignal signal) {
    boolean isJson = incoming.mediaType(PROTOBUF).equals(JSON);
    String problem =
        reading.refused() == 0
            ? null
            : reading.refused() + " items cannot be read: " + reading.reason();
    tell(incoming, body, 200, reading.contents(), problem);
    byte[] answer = OtlpAnswer.taken(signal, reading, isJson);
    return new Reply(200, isJson ? JSON : PROTOBUF, Payload.of(answer));
  }

  private Reply refused(Incoming incoming, Payload body, Reply reply, String reason) {
    tell(incoming, body, reply.status(), Contents.NONE, reason);
    return reply;
  }

  private void tell(
      Incoming incoming, Payload body, int status, Contents contents, @Nullable String problem) {
    sink.accept(
        new IntakeRequest(
            clock.millis(),
            incoming.method(),
            incoming.path(),
            incoming.headers(),
            incoming.body().size(),
            body,
            status,
            contents,
            problem));
  }
}
