package io.sleddog.local.events;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** In which words a caller tells of its trace. */
public enum CallerContext {
  /** It tells nothing: the function begins a trace of its own. */
  NONE {
    @Override
    Map<String, String> headers(LongSupplier ids) {
      return Map.of();
    }
  },
  /** Datadog's own headers. */
  DATADOG {
    @Override
    Map<String, String> headers(LongSupplier ids) {
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("x-datadog-trace-id", Long.toUnsignedString(ids.getAsLong()));
      headers.put("x-datadog-parent-id", Long.toUnsignedString(ids.getAsLong()));
      headers.put("x-datadog-sampling-priority", "1");
      return headers;
    }
  },
  /** The header of the W3C. */
  W3C {
    @Override
    Map<String, String> headers(LongSupplier ids) {
      String parent =
          String.format(
              "00-%016x%016x-%016x-01", ids.getAsLong(), ids.getAsLong(), ids.getAsLong());
      return Map.of("traceparent", parent);
    }
  };

  /** Its name as the page's API has it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that name. */
  public static Optional<CallerContext> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** What the caller sends; each id is asked for once. */
  abstract Map<String, String> headers(LongSupplier ids);
}
