package io.sleddog.local.page;

import io.sleddog.local.json.Json;
import io.sleddog.local.live.Trip;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Span;
import io.sleddog.local.session.OwnPoint;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An invocation as the Java text of a JUnit test. */
final class JUnitText {
  private static final String OWN_HANDLER = "DD_LAMBDA_HANDLER";

  private JUnitText() {}

  static String of(Trip trip) {
    FunctionSpec function = trip.ride().function();
    Invocation invocation = trip.ride().execution().invocation();
    StringBuilder text = new StringBuilder();
    text.append("@SleddogTest(functionName = ").append(quoted(function.name())).append(")\n");
    text.append("class RecordedTest {\n  private static final String EVENT =\n      ");
    text.append(quoted(SnapshotView.masked(invocation.event()))).append(";\n\n");
    text.append("  @Test\n  void invocation_asRecorded(Sled sled) {\n");
    String handler = function.environment().getOrDefault(OWN_HANDLER, function.handler());
    text.append("    Ride ride = sled.invoke(").append(quoted(handler)).append(", EVENT);\n\n");
    text.append("    assertThat(ride)\n        .").append(ending(invocation)).append("()");
    spans(trip).forEach(text::append);
    sums(trip).forEach((metric, sum) -> text.append(metric(metric, sum)));
    for (String line : SnapshotView.ownLogs(trip)) {
      text.append("\n        .hasLog(").append(quoted(line)).append(")");
    }
    return text.append(";\n  }\n}\n").toString();
  }

  private static String ending(Invocation invocation) {
    return switch (invocation.status()) {
      case SUCCESS -> "succeeded";
      case ERROR, CRASH -> "failed";
      case TIMEOUT -> "timedOut";
    };
  }

  /** Spans of one name that ended alike are said once. */
  private static Set<String> spans(Trip trip) {
    Set<String> claims = new LinkedHashSet<>();
    for (Span span : trip.spans()) {
      String wanted = span.error() == 0 ? "hasNoError" : "hasError";
      claims.add("\n        .hasSpan(" + quoted(span.name()) + ", SpanAssert::" + wanted + ")");
    }
    return claims;
  }

  private static String metric(String name, double sum) {
    return "\n        .hasMetric(" + quoted(name) + ", metric -> metric.hasSum(" + sum + "))";
  }

  private static Map<String, Double> sums(Trip trip) {
    Map<String, Double> sums = new TreeMap<>();
    for (OwnPoint own : trip.story().points()) {
      MetricPoint point = own.point();
      if (!point.metric().startsWith("aws.lambda.enhanced.")) {
        sums.merge(point.metric(), point.value(), Double::sum);
      }
    }
    return sums;
  }

  /** A Java string; the escapes of JSON that Java has not are turned into its own. */
  private static String quoted(String text) {
    String json = Json.write(Json.object().textNode(text));
    return json.replace("\\/", "/");
  }
}
