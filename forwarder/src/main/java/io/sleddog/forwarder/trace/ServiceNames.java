package io.sleddog.forwarder.trace;

import io.sleddog.forwarder.model.Arn;
import io.sleddog.forwarder.model.Span;
import io.sleddog.forwarder.model.TraceLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a function's spans the service that its log's tags name.
 *
 * <p>The service of every span that is called {@code aws.lambda}, or has that service, is replaced;
 * so is that service at the start of another one, as in {@code orders-http-client}. Where the tag
 * is only the function's name, because nobody named a service, a service that the function gave
 * itself is kept.
 */
final class ServiceNames {
  private static final String FUNCTION_SPAN = "aws.lambda";
  private static final String SERVICE = "service";

  private ServiceNames() {}

  static List<Span> apply(List<Span> trace, TraceLine line) {
    Optional<String> service = line.tags().last(SERVICE);
    if (service.isEmpty()) {
      return trace;
    }
    Set<String> old = new LinkedHashSet<>();
    for (Span span : trace) {
      if (isOfTheFunction(span) && !isChosen(span.service(), service.get(), line)) {
        old.add(span.service());
      }
    }
    List<Span> renamed = new ArrayList<>();
    for (Span span : trace) {
      renamed.add(SpanTags.isItsOwn(span) ? span : rename(span, old, service.get()));
    }
    return renamed;
  }

  private static boolean isOfTheFunction(Span span) {
    boolean named = span.name().equals(FUNCTION_SPAN) || span.service().equals(FUNCTION_SPAN);
    return named && !span.service().isEmpty() && !SpanTags.isItsOwn(span);
  }

  /** Whether a span's service was chosen by someone, while the tag is only the function's name. */
  private static boolean isChosen(String service, String tag, TraceLine line) {
    Arn function = line.function();
    return function != null
        && tag.equals(function.name())
        && !service.equals(FUNCTION_SPAN)
        && !service.equalsIgnoreCase(tag);
  }

  private static Span rename(Span span, Set<String> old, String service) {
    String name = renamed(span.service(), old, service);
    if (name.equals(span.service())) {
      return span;
    }
    Map<String, String> meta = span.meta();
    if (meta.containsKey(SERVICE)) {
      meta = new LinkedHashMap<>(meta);
      meta.put(SERVICE, renamed(span.meta().getOrDefault(SERVICE, ""), old, service));
    }
    return span.withNames(name, span.name(), span.resource()).withAttributes(meta, span.metrics());
  }

  private static String renamed(String name, Set<String> old, String service) {
    for (String start : old) {
      if (name.startsWith(start)) {
        return service + name.substring(start.length());
      }
    }
    return name;
  }
}
