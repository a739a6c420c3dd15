package io.sleddog.macro.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Parameters of Datadog's macro that mean nothing here. Each gets a word, so that none is ignored
 * in silence; those for the extension are refused.
 */
final class Unsupported {
  private static final String KEYLESS =
      "the functions need no key, the forwarder has it: remove the parameter";
  private static final String JAVA_ONLY =
      "the macro attaches a layer to Java functions only: remove the parameter";
  private static final String EXTENSION =
      "the forwarder does the extension's work, and there can be only one: remove the parameter";
  private static final String ABSENT = "there is no such feature here: remove the parameter";

  private static final Map<String, String> REASONS = reasons();

  private Unsupported() {}

  /** Whether the parameter would have two things do the same work. */
  static boolean isRefused(String key) {
    return EXTENSION.equals(REASONS.get(key));
  }

  /** Why a parameter means nothing, if it is one of those. */
  static Optional<String> reason(String key) {
    return Optional.ofNullable(REASONS.get(key));
  }

  private static Map<String, String> reasons() {
    Map<String, String> reasons = new LinkedHashMap<>();
    add(reasons, EXTENSION, "addExtension", "extensionLayerVersion", "extensionLayerArn");
    add(reasons, KEYLESS, "apiKey", "apiKeySecretArn", "apiKeySsmArn", "apiKMSKey");
    add(reasons, JAVA_ONLY, "pythonLayerVersion", "nodeLayerVersion");
    add(reasons, JAVA_ONLY, "dotnetLayerVersion", "rubyLayerVersion");
    add(reasons, ABSENT, "enableProfiling", "enableDDLogs", "stepFunctionForwarderArn");
    add(reasons, ABSENT, "apmFlushDeadline", "lambdaFips");
    add(reasons, ABSENT, "llmObsEnabled", "llmObsMlApp", "llmObsAgentlessEnabled");
    return reasons;
  }

  private static void add(Map<String, String> reasons, String reason, String... keys) {
    for (String key : keys) {
      reasons.put(key, reason);
    }
  }
}
