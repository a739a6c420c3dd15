package io.sleddog.forwarder.otlp;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Finds out by tags of Datadog what made some telemetry. */
final class ProducerTags {
  private static final int ARN_NAME = 6;
  private static final int ARN_PARTS = 7;

  private ProducerTags() {}

  /**
   * What is described by tags of Datadog.
   *
   * @param service empty if unknown
   * @param tags by key
   */
  static Producer producer(String service, Map<String, String> tags) {
    Map<String, String> found = new LinkedHashMap<>();
    put(found, "service.name", service);
    String env = tags.getOrDefault("env", "");
    if (!env.equals("none")) {
      put(found, "deployment.environment.name", env);
      put(found, "deployment.environment", env);
    }
    put(found, "service.version", tags.getOrDefault("version", ""));
    found.put(Producer.PROVIDER, "aws");
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
}
