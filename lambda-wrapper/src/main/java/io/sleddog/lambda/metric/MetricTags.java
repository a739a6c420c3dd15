package io.sleddog.lambda.metric;

import io.sleddog.lambda.config.Version;
import io.sleddog.lambda.invocation.ColdStart;
import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.invocation.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tags that the library adds, in the order of Datadog's Python library. */
public final class MetricTags {
  private final String runtime;
  private final String layer;

  /** The tags of the last invocation, which are mostly those of the next. */
  private volatile Map.@Nullable Entry<Invocation, List<String>> last;

  /** Names the managed runtime, such as {@code java21}. */
  public MetricTags(String runtime) {
    this.runtime = runtime;
    int variant = runtime.indexOf('.');
    String plain = variant < 0 ? runtime : runtime.substring(0, variant);
    this.layer = "dd_lambda_layer:datadog-" + plain + "_" + Version.TEXT;
  }

  /** The user's own tags, and the layer's. */
  public List<String> custom(String @Nullable ... tags) {
    List<String> all = present(tags);
    all.add(layer);
    return all;
  }

  /** The user's own tags, those that are there. */
  public static List<String> present(String @Nullable ... tags) {
    List<String> all = new ArrayList<>(tags == null ? 1 : tags.length + 1);
    for (int i = 0; tags != null && i < tags.length; i++) {
      if (tags[i] != null) {
        all.add(tags[i]);
      }
    }
    return all;
  }

  /** The tags of the metrics that every invocation has. */
  public List<String> enhanced(Invocation invocation) {
    Map.Entry<Invocation, List<String>> known = last;
    if (known != null && known.getKey().isLike(invocation)) {
      return known.getValue();
    }
    List<String> tags = make(invocation);
    last = Map.entry(invocation, tags);
    return tags;
  }

  private List<String> make(Invocation invocation) {
    List<String> tags = new ArrayList<>(10);
    FunctionArn arn = invocation.arn();
    if (arn != null) {
      addArn(tags, arn, invocation);
    }
    tags.add("cold_start:" + (invocation.sandbox() == ColdStart.Sandbox.COLD));
    if (invocation.sandbox() == ColdStart.Sandbox.PREPARED) {
      tags.add("proactive_initialization:true");
    }
    tags.add("runtime:" + runtime);
    tags.add("datadog_lambda:v" + Version.TEXT);
    tags.add(layer);
    return tags;
  }

  /** The tags of a function that could not be loaded, of which less is known. */
  public List<String> unloaded() {
    List<String> tags = new ArrayList<>(4);
    tags.add("cold_start:true");
    tags.add("runtime:" + runtime);
    tags.add("datadog_lambda:v" + Version.TEXT);
    tags.add(layer);
    return tags;
  }

  private static void addArn(List<String> tags, FunctionArn arn, Invocation invocation) {
    String qualifier = arn.qualifier();
    tags.add("region:" + arn.region());
    tags.add("account_id:" + arn.account());
    tags.add("functionname:" + arn.name());
    if (isAlias(qualifier)) {
      tags.add("executedversion:" + invocation.version());
    }
    tags.add("resource:" + arn.name() + (qualifier == null ? "" : ":" + withoutDollar(qualifier)));
    tags.add("memorysize:" + invocation.memoryMegabytes());
  }

  private static boolean isAlias(@Nullable String qualifier) {
    if (qualifier == null || qualifier.startsWith("$")) {
      return false;
    }
    for (int i = 0; i < qualifier.length(); i++) {
      if (qualifier.charAt(i) < '0' || qualifier.charAt(i) > '9') {
        return true;
      }
    }
    return false;
  }

  private static String withoutDollar(String qualifier) {
    return qualifier.startsWith("$") ? qualifier.substring(1) : qualifier;
  }
}
