package io.sleddog.local.page;

import io.sleddog.local.model.Span;
import java.util.Locale;

/** What a span stands for, told from its name and tags. */
enum SpanKind {
  /** Made from the event: the queue, the gateway before the function. */
  INFERRED,
  /** The invocation itself. */
  FUNCTION,
  /** A call of the AWS SDK. */
  SDK,
  /** The user's own. */
  CUSTOM;

  static SpanKind of(Span span) {
    if (span.name().equals("aws.lambda")) {
      return FUNCTION;
    } else if (span.meta().keySet().stream().anyMatch(key -> key.startsWith("_inferred_span"))) {
      return INFERRED;
    } else if (span.meta().containsKey("aws.service") || span.meta().containsKey("aws_service")) {
      return SDK;
    }
    return CUSTOM;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
