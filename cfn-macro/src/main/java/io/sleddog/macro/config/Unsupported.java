package io.sleddog.macro.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Parameters of Datadog's macro that this one refuses, so that none is ignored in silence. */
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

  /** Why a parameter is refused, if it is one of those. */
  static Optional<String> reason(String key) {
    return Optional.ofNullable(REASONS.get(key));
  }

  private static Map<String, String> reasons() {
    Map<String, String> reasons = new LinkedHashMap<>();
    add(reasons, EXTENSION, "addExtension", "extensionLayerVersion", "extensionLayerArn");
    add(reasons, EXTENSION, "apmFlushDeadline", "lambdaFips");
    add(reasons, KEYLESS, "apiKey", "apiKeySecretArn", "apiKeySsmArn", "apiKMSKey");
    add(reasons, JAVA_ONLY, "pythonLayerVersion", "nodeLayerVersion");
    add(reasons, JAVA_ONLY, "dotnetLayerVersion", "rubyLayerVersion");
    add(reasons, ABSENT, "enableProfiling", "enableDDLogs", "stepFunctionForwarderArn");
    add(reasons, ABSENT, "llmObsEnabled", "llmObsMlApp", "llmObsAgentlessEnabled");
    return reasons;
  }

  private static void add(Map<String, String> reasons, String reason, String... keys) {
    for (String key : keys) {
      reasons.put(key, reason);
    }
  }
}
