package io.sleddog.cli.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives options the values of the configuration file where the command line says nothing. */
public final class ConfigDefaults implements IDefaultValueProvider {
  /** What stands in the vendor's file and means nothing, or something else, to this program. */
  private static final Map<String, String> VENDORS_ONLY =
      Map.of(
          "extensionVersion", "no extension is used beside a forwarder",
          "layerVersion", "it counts the versions of another layer",
          "layerAWSAccount", "it owns another layer",
          "logging", "the forwarder sends the logs",
          "apmFlushDeadline", "nothing waits to be flushed",
          "appsecEnabled", "it needs the extension",
          "llmobs", "it needs the extension",
          "lambdaFips", "it needs the extension",
          "sourceCodeIntegration", "give --source-code-integration to have it",
          "uploadGitMetadata", "nothing is uploaded");

  /** Keys that are not an option's name in camel case. */
  private static final Map<String, String> OTHER_KEYS =
      Map.of(
          "env", "environment",
          "layerAccount", "layerAWSAccount",
          "function", "functions",
          "forwarder", "forwarderARN");

  /** Read by those who select functions, since flags of other names count as well. */
  private static final Set<String> NOT_HERE = Set.of("function", "functionsRegex", "tag", "stack");

  private final ConfigFile file;

  /** The values of a file. */
  public ConfigDefaults(ConfigFile file) {
    this.file = file;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    boolean isConfigurable = argument.command().findOption("--config") != null;
    if (!isConfigurable || !(argument instanceof OptionSpec option) || option.usageHelp()) {
      return null;
    }
    String key = key(option.longestName());
    return NOT_HERE.contains(key) ? null : value(key).orElse(null);
  }

  private Optional<String> value(String key) {
    return Stream.of(key, OTHER_KEYS.getOrDefault(key, key))
        .filter(this::isUsed)
        .findFirst()
        .flatMap(file::text);
  }

  private boolean isUsed(String key) {
    return file.values().containsKey(key)
        && (!file.isVendors() || !VENDORS_ONLY.containsKey(key) || saysNoLayer(key));
  }

  private boolean saysNoLayer(String key) {
    return key.equals("layerVersion") && file.text(key).filter("none"::equals).isPresent();
  }

  /** An option's name as a key of the file: {@code --log-level} is {@code logLevel}. */
  static String key(String option) {
    StringBuilder key = new StringBuilder();
    Arrays.stream(option.replaceFirst("^-+", "").split("-", 0))
        .forEach(
            word ->
                key.append(
                    key.isEmpty()
                        ? word
                        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)));
    return key.toString();
  }

  /**
   * What the user should know of values that are not used.
   *
   * @param options the names of all options of all commands
   */
  public List<String> notes(Set<String> options) {
    List<String> notes = new ArrayList<>();
    List<String> known = options.stream().map(ConfigDefaults::key).toList();
    for (String key : file.values().keySet().stream().sorted().toList()) {
      boolean isKnown = known.contains(key) || OTHER_KEYS.containsValue(key);
      if (file.isVendors() && VENDORS_ONLY.containsKey(key) && !isUsed(key)) {
        notes.add(file.source() + ": " + key + " is passed over: " + VENDORS_ONLY.get(key));
      } else if (!isKnown && !VENDORS_ONLY.containsKey(key)) {
        notes.add(file.source() + ": " + key + " is not the name of an option");
      }
    }
    return notes;
  }
}
