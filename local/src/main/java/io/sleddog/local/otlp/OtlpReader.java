package io.sleddog.local.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.intake.MalformedBody;
import io.sleddog.local.json.Json;
import io.sleddog.local.json.MalformedJson;
import io.sleddog.local.model.Contents;
import java.util.List;

/** Reads bodies of OTLP over HTTP, protobuf or JSON. Safe for several threads. */
public final class OtlpReader {
  private final OtlpProtobuf protobuf = new OtlpProtobuf();
  private final Totals totals = new Totals();

  /**
   * What a body has.
   *
   * @param contents what could be read
   * @param refused how many items could not
   * @param reason why the first of these could not; empty if there is none
   */
  public record Reading(Contents contents, int refused, String reason) {}

  /**
   * Reads a body.
   *
   * @throws MalformedBody if it is no message of this kind
   */
  public Reading read(OtlpSignal signal, byte[] body, boolean isJson) {
    JsonNode tree = isJson ? json(body) : protobuf.read(signal.message(), body);
    if (!tree.isObject()) {
      throw new MalformedBody("the body must be an object");
    }
    Refused refused = new Refused();
    Contents contents =
        switch (signal) {
          case TRACES -> new Contents(new OtlpSpans(refused).of(tree), List.of(), List.of());
          case METRICS ->
              new Contents(List.of(), new OtlpMetrics(refused, totals).of(tree), List.of());
          case LOGS -> new Contents(List.of(), List.of(), new OtlpLogs(refused).of(tree));
        };
    return new Reading(contents, refused.count(), refused.reason());
  }

  private static JsonNode json(byte[] body) {
    try {
      return Json.parse(body);
    } catch (MalformedJson e) {
      throw new MalformedBody("the body is no JSON: " + e.getMessage(), e);
    }
  }
}
