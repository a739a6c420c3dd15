package io.sleddog.plan.settings;

import io.sleddog.plan.model.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The environment variables of an instrumented function that have a meaning for the rules. */
public enum Variable {
  /** The service's name in Datadog. */
  SERVICE("DD_SERVICE", Kind.TEXT, null),
  /** The environment, such as {@code prod}. */
  ENV("DD_ENV", Kind.TEXT, null),
  /** The version of the user's code. */
  VERSION("DD_VERSION", Kind.TEXT, null),
  /** The Datadog site, such as {@code datadoghq.eu}. */
  SITE("DD_SITE", Kind.TEXT, null),
  /** Metrics go to the log, where the forwarder finds them. */
  FLUSH_TO_LOG("DD_FLUSH_TO_LOG", Kind.FLAG, "true"),
  /** Traces are written. */
  TRACE_ENABLED("DD_TRACE_ENABLED", Kind.FLAG, "true"),
  /** Metrics of the platform's own are written. */
  ENHANCED_METRICS("DD_ENHANCED_METRICS", Kind.FLAG, null),
  /** Log records carry the ids of their trace. */
  LOGS_INJECTION("DD_LOGS_INJECTION", Kind.FLAG, null),
  /** Datadog's traces continue those of X-Ray. */
  MERGE_XRAY_TRACES("DD_MERGE_XRAY_TRACES", Kind.FLAG, null),
  /** Event and answer become tags of the span. */
  CAPTURE_LAMBDA_PAYLOAD("DD_CAPTURE_LAMBDA_PAYLOAD", Kind.FLAG, null),
  /** A cold start gets spans of its own. */
  COLD_START_TRACING("DD_COLD_START_TRACING", Kind.FLAG, null),
  /** The authorizer's trace context is passed on. */
  ENCODE_AUTHORIZER_CONTEXT("DD_ENCODE_AUTHORIZER_CONTEXT", Kind.FLAG, null),
  /** The authorizer's trace context is read. */
  DECODE_AUTHORIZER_CONTEXT("DD_DECODE_AUTHORIZER_CONTEXT", Kind.FLAG, null),
  /** How much the library says of itself. */
  LOG_LEVEL("DD_LOG_LEVEL", Kind.TEXT, null),
  /** Tags of everything the function sends: {@code key:value,key:value}; made from the tags. */
  TAGS("DD_TAGS", Kind.MADE, null),
  /** The user's handler behind the redirect; made from the handler. */
  HANDLER("DD_LAMBDA_HANDLER", Kind.MADE, null),
  /** The script that starts the runtime; made from the way of activation. */
  EXEC_WRAPPER("AWS_LAMBDA_EXEC_WRAPPER", Kind.MADE, null);

  /** What a variable may hold. */
  enum Kind {
    TEXT,
    FLAG,
    MADE
  }

  private final String key;
  private final Kind kind;
  private final @Nullable String fallback;

  Variable(String key, Kind kind, @Nullable String fallback) {
    this.key = key;
    this.kind = kind;
    this.fallback = fallback;
  }

  /** A value as it is written: switches and sites in lower case, as the libraries compare them. */
  public static Text written(String name, Text text) {
    boolean isCaseless =
        Arrays.stream(values())
            .filter(it -> it.key.equals(name))
            .anyMatch(it -> it.isFlag() || it == SITE);
    boolean isPlain = text.parts().stream().allMatch(Text.Literal.class::isInstance);
    return isCaseless && isPlain ? Text.of(text.toString().toLowerCase(Locale.ROOT)) : text;
  }

  /** The variable's name. */
  public String key() {
    return key;
  }

  /** Whether the only values are {@code true} and {@code false}. */
  public boolean isFlag() {
    return kind == Kind.FLAG;
  }

  /** Whether the rules make the value themselves, so that no setting may hold it. */
  public boolean isMade() {
    return kind == Kind.MADE;
  }

  /** What is written if neither the function nor the settings say anything. */
  public Optional<String> fallback() {
    return Optional.ofNullable(fallback);
  }
}
