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

  private final Settings settings;
  private final @Nullable Method[] put = new Method[CLASSES.length];
  private final @Nullable Method[] remove = new Method[CLASSES.length];
  private volatile boolean searched;

  LogContext(Settings settings) {
    this.settings = settings;
  }

  /** Puts the span's ids, and what is the same for all spans. */
  void enter(ActiveSpan span) {
    if (!settings.logsInjection()) {
      return;
    }
    search();
    TraceContext context = span.trace().context();
    put("dd.trace_id", traceId(context));
    change(span);
    String service = settings.service();
    put("dd.service", service == null ? span.service() : service);
    put("dd.env", (String) settings.spanTags().get("env"));
    put("dd.version", settings.version());
  }

  /** Puts the id of another span of the same trace. */
  void change(ActiveSpan span) {
    if (settings.logsInjection()) {
      put("dd.span_id", Long.toUnsignedString(span.spanId()));
    }
  }

  /** Takes everything out again. */
  void leave() {
    if (settings.logsInjection()) {
      call(remove, "dd.trace_id");
      call(remove, "dd.span_id");
      call(remove, "dd.service");
      call(remove, "dd.env");
      call(remove, "dd.version");
    }
  }

  private static String traceId(TraceContext context) {
    return context.traceIdHigh() == 0
        ? Long.toUnsignedString(context.traceIdLow())
        : Hex.text(context.traceIdHigh()) + Hex.text(context.traceIdLow());
  }

  private void put(String key, @Nullable String value) {
    if (value != null) {
      call(put, key, value);
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
        remove[i] = type.getMethod("remove", String.class);
        put[i] = type.getMethod("put", String.class, String.class);
      } catch (ReflectiveOperationException | LinkageError absent) {
        put[i] = null;
      }
    }
  }

  /** Calls the method of each library; one that fails is not called again. */
  private static void call(@Nullable Method[] methods, Object... arguments) {
    for (int i = 0; i < methods.length; i++) {
      Method method = methods[i];
      if (method != null) {
        try {
          method.invoke(null, arguments);
        } catch (ReflectiveOperationException | LinkageError broken) {
          methods[i] = null;
        }
      }
    }
  }
}
