package io.sleddog.local.forward;

import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.otlp.OtlpRequest;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Payload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Makes bodies of OTLP from a request: one that came as OTLP stays as it is. */
final class OtlpBodies {
  private static final String JSON = "application/json";
  private static final String PROTOBUF = "application/x-protobuf";
  private static final String OTLP = "/v1/";

  private OtlpBodies() {}

  static List<OtlpBody> of(IntakeRequest request) {
    Contents contents = request.contents();
    int items = contents.spans().size() + contents.points().size() + contents.logs().size();
    if (items == 0) {
      return List.of();
    } else if (request.path().startsWith(OTLP)) {
      String type = request.headers().getOrDefault("content-type", PROTOBUF);
      return List.of(new OtlpBody(kind(request.path()), items, type, request.body()));
    }
    return ofDatadog(request);
  }

  /** The forwarder writes what it knows; counts and gauges, which it does not have, stay so. */
  private static List<OtlpBody> ofDatadog(IntakeRequest request) {
    Contents contents = request.contents();
    StatsdTypes types = StatsdTypes.of(request);
    List<MetricPoint> spread = contents.points().stream().filter(types::isDistribution).toList();
    List<MetricPoint> others = contents.points().stream().filter(types::isOther).toList();
    List<OtlpBody> bodies = new ArrayList<>();
    add(
        bodies,
        Kind.TRACES,
        contents.spans(),
        spans -> OtlpRequest.processTraces(TraceChunks.of(spans)));
    add(bodies, Kind.METRICS, spread, points -> OtlpRequest.processMetrics(OtlpPoints.own(points)));
    if (!others.isEmpty()) {
      Payload json = Payload.of(Json.write(OtlpPoints.body(others, types.counts())));
      bodies.add(new OtlpBody(Kind.METRICS, others.size(), JSON, json));
    }
    add(bodies, Kind.LOGS, contents.logs(), logs -> OtlpRequest.processLogs(LogTexts.of(logs)));
    return bodies;
  }

  private static <T> void add(
      List<OtlpBody> bodies, Kind kind, List<T> items, Function<List<T>, Slice> writer) {
    if (!items.isEmpty()) {
      Slice body = writer.apply(items);
      int end = body.offset() + body.length();
      Payload bytes = Payload.of(Arrays.copyOfRange(body.array(), body.offset(), end));
      bodies.add(new OtlpBody(kind, items.size(), PROTOBUF, bytes));
    }
  }

  private static Kind kind(String path) {
    return switch (path) {
      case "/v1/traces" -> Kind.TRACES;
      case "/v1/metrics" -> Kind.METRICS;
      default -> Kind.LOGS;
    };
  }
}
