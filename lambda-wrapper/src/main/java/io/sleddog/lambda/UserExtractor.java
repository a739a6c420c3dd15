package io.sleddog.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.trigger.Carrier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The user's own way to find a trace context ({@code DD_TRACE_EXTRACTOR}): a public class with a
 * constructor without parameters that is a {@code BiFunction<String, Context, Map<String,
 * String>>}, from the event as JSON and the runtime's context to headers, such as {@code
 * x-datadog-trace-id}. It needs no class of ours.
 */
final class UserExtractor {
  private final Warnings warnings;
  private final @Nullable BiFunction<Object, Object, Object> function;

  /** Makes the user's class; one that cannot be made is told once and never asked. */
  UserExtractor(String className, Warnings warnings) {
    this.warnings = warnings;
    this.function = make(className, warnings);
  }

  @SuppressWarnings("unchecked") // Types are gone at run time; what it returns is looked at.
  private static @Nullable BiFunction<Object, Object, Object> make(
      String className, Warnings warnings) {
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      Object made = Class.forName(className, true, loader).getConstructor().newInstance();
      return (BiFunction<Object, Object, Object>) made;
    } catch (ReflectiveOperationException | ClassCastException | LinkageError unusable) {
      warnings.say(
          "the class in DD_TRACE_EXTRACTOR is not used: it has to be public, with a public"
              + " constructor without parameters, and a java.util.function.BiFunction",
          unusable);
      return null;
    }
  }

  /** The headers that the user's class found; none if it found nothing or failed. */
  Carrier extract(Json event, Context context) {
    if (function == null) {
      return Carrier.NONE;
    }
    try {
      Object found = function.apply(event.source(), context);
      return found instanceof Map ? Carrier.of(texts((Map<?, ?>) found)) : Carrier.NONE;
    } catch (Exception | LinkageError users) {
      warnings.say("the class in DD_TRACE_EXTRACTOR failed; events are read without it", users);
      return Carrier.NONE;
    }
  }

  private static Map<String, String> texts(Map<?, ?> found) {
    Map<String, String> headers = new LinkedHashMap<>();
    found.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
    return headers;
  }
}
