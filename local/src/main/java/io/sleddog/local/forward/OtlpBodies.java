package io.sleddog.local.forward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes bodies of OTLP from a request: one that came as OTLP stays as it is. */
final class OtlpBodies {
  private static final String JSON = "application/json";
  private static final String OTLP = "/v1/";

  private OtlpBodies() {}

  static List<OtlpBody> of(IntakeRequest request) {
    Contents contents = request.contents();
    int items = contents.spans().size() + contents.points().size() + contents.logs().size();
    if (items == 0) {
      return List.of();
    } else if (request.path().startsWith(OTLP)) {
      String type = request.headers().getOrDefault("content-type", "application/x-protobuf");
      return List.of(new OtlpBody(kind(request.path()), items, type, request.body()));
    }
    List<OtlpBody> bodies = new ArrayList<>();
    add(bodies, Kind.TRACES, contents.spans().size(), OtlpTraces.body(contents.spans()));
    add(
        bodies,
        Kind.METRICS,
        contents.points().size(),
        OtlpPoints.body(contents.points(), counts(request)));
    add(bodies, Kind.LOGS, contents.logs().size(), OtlpRecords.body(contents.logs()));
    return bodies;
  }

  private static void add(List<OtlpBody> bodies, Kind kind, int items, ObjectNode body) {
    if (items > 0) {
      bodies.add(new OtlpBody(kind, items, JSON, Payload.of(Json.write(body))));
    }
  }

  private static Kind kind(String path) {
    return switch (path) {
      case "/v1/traces" -> Kind.TRACES;
      case "/v1/metrics" -> Kind.METRICS;
      default -> Kind.LOGS;
    };
  }

  /** The names of the metrics that came as counts; a collector must know, to add them up. */
  private static Set<String> counts(IntakeRequest request) {
    return request
        .body()
        .text()
        .lines()
        .filter(line -> line.matches("[^|]+:[^|]*\\|c(\\|.*)?"))
        .map(line -> line.substring(0, line.indexOf(':')))
        .collect(Collectors.toSet());
  }
}
