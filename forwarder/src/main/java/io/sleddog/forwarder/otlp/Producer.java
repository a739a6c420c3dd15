package io.sleddog.forwarder.otlp;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What made some telemetry, which OpenTelemetry calls a resource.
 *
 * @param attributes its description
 */
record Producer(Map<String, String> attributes) {
  /** How the names of attributes end that are lists by OpenTelemetry's rules. */
  private static final String LIST = ".names";

  private static final int ARN_NAME = 6;
  private static final int ARN_PARTS = 7;

  /**
   * What is described by tags of Datadog.
   *
   * @param service empty if unknown
   * @param tags by key
   */
  static Producer of(String service, Map<String, String> tags) {
    Map<String, String> found = new LinkedHashMap<>();
    put(found, "service.name", service);
    String env = tags.getOrDefault("env", "");
    if (!env.equals("none")) {
      put(found, "deployment.environment.name", env);
      put(found, "deployment.environment", env);
    }
    put(found, "service.version", tags.getOrDefault("version", ""));
    found.put("cloud.provider", "aws");
    function(found, tags);
    return new Producer(found);
  }

  private static void function(Map<String, String> found, Map<String, String> tags) {
    String name = tags.getOrDefault("functionname", "");
    String region = tags.getOrDefault("region", "");
    String account = tags.getOrDefault("aws_account", tags.getOrDefault("account_id", ""));
    String arn = tags.getOrDefault("function_arn", "").toLowerCase(Locale.ROOT);
    String[] parts = arn.split(":", -1);
    if (parts.length >= ARN_PARTS) {
      region = parts[3];
      account = parts[4];
      name = parts[ARN_NAME];
    } else if (!name.isEmpty() && !region.isEmpty() && !account.isEmpty()) {
      arn = "arn:" + partition(region) + ":lambda:" + region + ":" + account + ":function:" + name;
    }
    put(found, "cloud.region", region);
    put(found, "cloud.account.id", account);
    if (!name.isEmpty()) {
      found.put("cloud.platform", "aws_lambda");
      found.put("faas.name", name);
      put(found, "faas.id", arn);
      put(found, "faas.version", tags.getOrDefault("executedversion", ""));
    }
  }

  private static String partition(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  private static void put(Map<String, String> found, String key, String value) {
    if (!value.isEmpty()) {
      found.put(key, value);
    }
  }

  /** The same with one more attribute, if it has a value. */
  Producer with(String key, String value) {
    if (value.isEmpty()) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(attributes);
    more.put(key, value);
    return new Producer(more);
  }

  /** Begins the part of a request that is about it, up to where its items are listed. */
  void begin(String items, String scopes, Form form) {
    form.begin(1, "");
    form.begin(1, "resource");
    form.list("attributes");
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      if (attribute.getKey().endsWith(LIST)) {
        Values.list(attribute.getKey(), attribute.getValue(), 1, "", form);
      } else {
        Values.text(attribute.getKey(), attribute.getValue(), 1, "", form);
      }
    }
    form.endList();
    form.end();
    form.list(scopes);
    form.begin(2, "");
    form.begin(1, "scope");
    form.text(1, "name", "sleddog-forwarder");
    form.end();
    form.list(items);
  }

  /** Ends what {@link #begin} began. */
  static void end(Form form) {
    form.endList();
    form.end();
    form.endList();
    form.end();
  }
}
