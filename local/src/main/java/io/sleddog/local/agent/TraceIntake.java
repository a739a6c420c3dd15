package io.sleddog.local.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.intake.Decompression;
import io.sleddog.local.intake.MalformedBody;
import io.sleddog.local.json.Json;
import io.sleddog.local.json.MalformedJson;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Span;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes a request with traces: reads it, tells of it, and answers as Datadog's agent does. */
final class TraceIntake {
  /** The header by which a client tells and learns which sampling rates it has. */
  static final String RATES_VERSION = "datadog-rates-payload-version";

  /** The version of the only rates that there are. */
  static final String RATES = "1";

  private static final String MSGPACK = "application/msgpack";
  private static final Reply TOO_LARGE =
      Reply.text(413, "The body has more than " + TraceServer.MOST_BYTES + " bytes.");

  private final Clock clock;
  private final Consumer<IntakeRequest> sink;

  TraceIntake(Clock clock, Consumer<IntakeRequest> sink) {
    this.clock = clock;
    this.sink = sink;
  }

  /** The answer; the sink has been told before. */
  Reply take(Incoming incoming, TraceFormat format) {
    Reply refusal = refusal(incoming, format);
    if (refusal != null) {
      return refused(incoming, refusal);
    }
    try {
      byte[] plain =
          Decompression.decode(
              incoming.encoding(), incoming.body().bytes(), TraceServer.MOST_BYTES);
      Payload body = Payload.of(plain);
      return isTooLarge(body)
          ? refused(incoming, TOO_LARGE)
          : accepted(incoming, format, format.traces(tree(incoming, body)));
    } catch (MalformedInput | MalformedBody e) {
      return refused(incoming, Reply.text(400, String.valueOf(e.getMessage())));
    }
  }

  private Reply refused(Incoming incoming, Reply reply) {
    tell(incoming, reply.status(), Contents.NONE, reply.body().text().strip());
    return reply;
  }

  /** All versions but the first answer with sampling rates, or nothing new if they are known. */
  private Reply accepted(Incoming incoming, TraceFormat format, List<List<Span>> traces) {
    List<Span> spans = traces.stream().flatMap(List::stream).toList();
    Contents contents = new Contents(spans, List.of(), List.of());
    tell(incoming, 200, contents, mismatch(incoming.headers(), traces.size()));
    if (format == TraceFormat.V03) {
      return Reply.text(200, "OK");
    }
    boolean known = RATES.equals(incoming.headers().get(RATES_VERSION));
    return Reply.json(200, known ? "{}" : "{\"rate_by_service\":{\"service:,env:\":1.0}}");
  }

  private static @Nullable Reply refusal(Incoming incoming, TraceFormat format) {
    String type = incoming.mediaType(MSGPACK);
    boolean known = type.equals(MSGPACK) || (format.takesJson() && isJson(type));
    if (!incoming.method().equals("PUT") && !incoming.method().equals("POST")) {
      return Reply.text(405, "Traces are taken by PUT and POST only.");
    } else if (!known) {
      return Reply.text(
          415,
          "The content type of traces must be application/msgpack"
              + (format.takesJson() ? " or application/json." : " on this path."));
    }
    return isTooLarge(incoming.body()) ? TOO_LARGE : null;
  }

  private static boolean isTooLarge(Payload body) {
    return body.size() > TraceServer.MOST_BYTES;
  }

  private static JsonNode tree(Incoming incoming, Payload body) {
    if (!isJson(incoming.mediaType(MSGPACK))) {
      return Msgpack.read(body.bytes());
    }
    try {
      return Json.parse(body.bytes());
    } catch (MalformedJson e) {
      throw new MalformedInput("body is not JSON: " + e.getMessage(), e);
    }
  }

  private static boolean isJson(String type) {
    return type.equals("application/json") || type.equals("text/json");
  }

  private static @Nullable String mismatch(Map<String, String> headers, int traces) {
    String said = headers.get("x-datadog-trace-count");
    return said == null || said.equals(Integer.toString(traces))
        ? null
        : "X-Datadog-Trace-Count does not tell the number of traces, " + traces;
  }

  /** The body of a request that was too large is not kept. */
  private void tell(Incoming incoming, int status, Contents contents, @Nullable String problem) {
    sink.accept(
        new IntakeRequest(
            clock.millis(),
            incoming.method(),
            incoming.path(),
            incoming.headers(),
            incoming.body().size(),
            status == 413 ? Payload.of("") : incoming.body(),
            status,
            contents,
            problem));
  }
}
