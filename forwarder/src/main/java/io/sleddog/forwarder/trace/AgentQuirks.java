package io.sleddog.forwarder.trace;

import io.sleddog.forwarder.model.Arn;
import io.sleddog.forwarder.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mends what Datadog's Java agent writes when no extension is there: a placeholder for a root, the
 * HTTP status as a number, and the sampling decision under the name of a rate.
 */
final class AgentQuirks {
  private static final String PLACEHOLDER = "dd-tracer-serverless-span";
  private static final String STATUS = "http.status_code";
  private static final String RATE = "_sample_rate";
  private static final String PRIORITY = "_sampling_priority_v1";

  private AgentQuirks() {}

  static List<Span> mend(List<Span> spans, @Nullable Arn function) {
    List<Span> mended = new ArrayList<>(spans.size());
    for (Span span : spans) {
      mended.add(numbers(placeholder(span, function)));
    }
    return mended;
  }

  private static Span placeholder(Span span, @Nullable Arn function) {
    if (!span.name().equals(PLACEHOLDER)) {
      return span;
    }
    String resource = function == null ? "aws.lambda" : function.name();
    return span.withNames(span.service(), "aws.lambda", resource);
  }

  private static Span numbers(Span span) {
    Double status = span.metrics().get(STATUS);
    Double rate = span.metrics().get(RATE);
    boolean isDecision = rate != null && rate == Math.rint(rate) && (rate <= 0 || rate > 1);
    if (status == null && !isDecision) {
      return span;
    }
    Map<String, String> meta = new LinkedHashMap<>(span.meta());
    Map<String, Double> metrics = new LinkedHashMap<>(span.metrics());
    if (status != null) {
      metrics.remove(STATUS);
      meta.putIfAbsent(STATUS, Long.toString(status.longValue()));
    }
    if (rate != null && isDecision) {
      metrics.remove(RATE);
      metrics.putIfAbsent(PRIORITY, rate);
    }
    return span.withAttributes(meta, metrics);
  }
}
