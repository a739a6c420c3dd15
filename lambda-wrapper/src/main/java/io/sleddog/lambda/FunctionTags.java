package io.sleddog.lambda;

import io.sleddog.lambda.config.Settings;
import io.sleddog.lambda.config.Version;
import io.sleddog.lambda.invocation.ColdStart.Sandbox;
import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.invocation.Invocation;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tags of the function's span that do not depend on its event. */
final class FunctionTags {
  private final Settings settings;

  /** Those of the last invocation, which are mostly those of the next. */
  private volatile Map.@Nullable Entry<Invocation, Tags> last;

  FunctionTags(Settings settings) {
    this.settings = settings;
  }

  /** The tags of an invocation, not to be changed; {@code request_id} is only a place in them. */
  Tags of(Invocation invocation) {
    Map.Entry<Invocation, Tags> known = last;
    if (known != null && known.getKey().isLike(invocation)) {
      return known.getValue();
    }
    Tags tags = make(invocation);
    last = Map.entry(invocation, tags);
    return tags;
  }

  private Tags make(Invocation invocation) {
    Tags tags = new Tags(16);
    String function = settings.functionName();
    Sandbox sandbox = invocation.sandbox();
    boolean often = sandbox == Sandbox.WARM;
    FunctionArn arn = invocation.arn();
    put(tags, "span.kind", "server", often);
    put(tags, "cold_start", sandbox == Sandbox.COLD ? "true" : "false", often);
    put(tags, "proactive_initialization", sandbox == Sandbox.PREPARED ? "true" : null, often);
    put(tags, "init_type", often ? null : settings.initType(), often);
    put(tags, "function_arn", arn == null ? null : arn.unqualified(), often);
    put(tags, "function_version", version(arn == null ? null : arn.qualifier()), often);
    tags.put("request_id", "");
    put(tags, "resource_names", function, often);
    put(tags, "functionname", function.toLowerCase(Locale.ROOT), often);
    put(tags, "datadog_lambda", Version.TEXT, often);
    put(tags, "language", "jvm", often);
    put(tags, "version", settings.version(), often);
    return tags;
  }

  /** What is written often is kept as it stands in a line. */
  private static void put(Tags tags, String key, @Nullable String value, boolean often) {
    tags.put(key, often && value != null ? Json.ofText(value) : value);
  }

  /** The qualifier in its own case, but for {@code $LATEST}, which the vendor's library lowers. */
  private static String version(@Nullable String qualifier) {
    if (qualifier == null) {
      return "$LATEST";
    }
    return qualifier.startsWith("$") ? qualifier.toLowerCase(Locale.ROOT) : qualifier;
  }
}
