package io.sleddog.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sleddog.lambda.JoinedSpan;
import io.sleddog.lambda.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An ended OpenTelemetry span in Datadog's words, by the rules of Datadog's own intake of OTLP. */
final class SpanTranslation {
  private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
  private static final AttributeKey<String> VERSION = AttributeKey.stringKey("service.version");

  void translate(SpanData data, JoinedSpan joined) {
    Words words = new Words(data);
    joined.operation(Operations.of(words));
    Span span = joined.span();
    span.resource(Resources.of(words)).type(Types.of(words));
    String service = service(data);
    if (service != null) {
      span.service(service);
    }
    span.tag("span.kind", data.getKind().name().toLowerCase(Locale.ROOT));
    span.tag("otel.library.name", nonEmpty(data.getInstrumentationScopeInfo().getName()));
    span.tag("otel.library.version", data.getInstrumentationScopeInfo().getVersion());
    span.tag("version", data.getResource().getAttribute(VERSION));
    data.getAttributes().forEach((key, value) -> AttributeTags.put(span, key.getKey(), value));
    span.tag("events", StructuredTags.events(data.getEvents()));
    span.tag("_dd.span_links", StructuredTags.links(links(data, span.traceId())));
    if (data.getKind() == SpanKind.CLIENT || data.getKind() == SpanKind.PRODUCER) {
      span.tag("_dd.measured", 1);
    }
    status(data, span);
  }

  /** Its links, and its parent where that is in another trace. */
  private static List<LinkData> links(SpanData data, String traceId) {
    if (!data.getParentSpanContext().isRemote() || data.getTraceId().equals(traceId)) {
      return data.getLinks();
    }
    List<LinkData> links = new ArrayList<>(data.getLinks());
    links.add(LinkData.create(data.getParentSpanContext()));
    return links;
  }

  private static void status(SpanData data, Span span) {
    if (data.getStatus().getStatusCode() == StatusCode.UNSET) {
      return;
    }
    String code = data.getStatus().getStatusCode().name();
    span.tag("otel.status_code", code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT));
    if (data.getStatus().getStatusCode() != StatusCode.ERROR) {
      return;
    }
    String description = nonEmpty(data.getStatus().getDescription());
    span.error(description).tag("otel.status_description", description);
    for (EventData event : data.getEvents()) {
      if (event.getName().equals("exception")) {
        exception(event, span);
      }
    }
  }

  private static void exception(EventData event, Span span) {
    Map<AttributeKey<?>, Object> attributes = event.getAttributes().asMap();
    span.tag("error.type", text(attributes, "exception.type"));
    span.tag("error.message", text(attributes, "exception.message"));
    span.tag("error.stack", text(attributes, "exception.stacktrace"));
  }

  private static @Nullable String text(Map<AttributeKey<?>, Object> attributes, String key) {
    Object value = attributes.get(AttributeKey.stringKey(key));
    return value == null ? null : value.toString();
  }

  /** The span's own, else the resource's, unless that is OpenTelemetry's word for none. */
  private static @Nullable String service(SpanData data) {
    String own = data.getAttributes().get(SERVICE);
    String common = own == null ? data.getResource().getAttribute(SERVICE) : own;
    return common == null || common.startsWith("unknown_service") ? null : common;
  }

  private static @Nullable String nonEmpty(@Nullable String text) {
    return Objects.equals(text, "") ? null : text;
  }
}
