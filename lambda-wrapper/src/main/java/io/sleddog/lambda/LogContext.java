package io.sleddog.lambda;

import io.sleddog.lambda.config.Settings;
import io.sleddog.lambda.context.Hex;
import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.span.ActiveSpan;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the current span in the logging library of the function, so that its log lines carry
 * them: in SLF4J's or Log4j's map of the thread, whichever classes are there.
 *
 * <p>The classes are looked up without being initialised, and first called in an invocation: the
 * user's own code has chosen its logging configuration by then.
 */
final class LogContext {
  private static final String[] CLASSES = {
    "org.slf4j.MDC", "org.apache.logging.log4j.ThreadContext"
  };

  private static final String[] KEYS = {
    "dd.trace_id", "dd.span_id", "dd.service", "dd.env", "dd.version"
  };

  private final Settings settings;
  private final @Nullable Method[] get = new Method[CLASSES.length];
  private final @Nullable Method[] put = new Method[CLASSES.length];
  private final @Nullable Method[] remove = new Method[CLASSES.length];
  private volatile boolean searched;
  private volatile boolean found;

  LogContext(Settings settings) {
    this.settings = settings;
  }

  /**
   * Puts the span's ids, and what is the same for all spans.
   *
   * @return what stood there before, for {@link #leave}; null if nothing was put
   */
  @Nullable String @Nullable [] enter(ActiveSpan span) {
    if (!settings.logsInjection()) {
      return null;
    }
    search();
    if (!found) {
      return null;
    }
    @Nullable String[] before = values();
    put("dd.trace_id", traceId(span.trace().context()));
    change(span);
    String service = settings.service();
    put("dd.service", service == null ? span.service() : service);
    put("dd.env", (String) settings.spanTags().get("env"));
    put("dd.version", settings.version());
    return before;
  }

  /** Puts the id of another span of the same trace. */
  void change(ActiveSpan span) {
    if (found) {
      put("dd.span_id", Long.toUnsignedString(span.spanId()));
    }
  }

  /** Makes it as it was before. */
  void leave(@Nullable String @Nullable [] before) {
    if (before == null) {
      return;
    }
    for (int i = 0; i < before.length; i++) {
      int library = i / KEYS.length;
      String key = KEYS[i % KEYS.length];
      String value = before[i];
      if (value == null) {
        call(remove, library, key);
      } else {
        call(put, library, key, value);
      }
    }
  }

  private @Nullable String[] values() {
    @Nullable String[] values = new String[CLASSES.length * KEYS.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (String) call(get, i / KEYS.length, KEYS[i % KEYS.length]);
    }
    return values;
  }

  /** The id as log lines have it. */
  String traceId(TraceContext context) {
    return context.traceIdHigh() == 0 || !settings.longLoggedIds()
        ? Long.toUnsignedString(context.traceIdLow())
        : Hex.text(context.traceIdHigh()) + Hex.text(context.traceIdLow());
  }

  private void put(String key, @Nullable String value) {
    for (int i = 0; value != null && i < CLASSES.length; i++) {
      call(put, i, key, value);
    }
  }

  private synchronized void search() {
    if (searched) {
      return;
    }
    searched = true;
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    for (int i = 0; i < CLASSES.length; i++) {
      try {
        Class<?> type = Class.forName(CLASSES[i], false, loader);
        get[i] = type.getMethod("get", String.class);
        remove[i] = type.getMethod("remove", String.class);
        put[i] = type.getMethod("put", String.class, String.class);
        found = true;
      } catch (ReflectiveOperationException | LinkageError absent) {
        put[i] = null;
      }
    }
  }

  /** Calls the method of a library; one that fails is not called again. */
  private static @Nullable Object call(@Nullable Method[] methods, int library, Object... values) {
    Method method = methods[library];
    if (method != null) {
      try {
        return method.invoke(null, values);
      } catch (ReflectiveOperationException | LinkageError broken) {
        methods[library] = null;
      }
    }
    return null;
  }
}
