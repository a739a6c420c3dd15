package io.sleddog.cli.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.json.MalformedJson;
import io.sleddog.cli.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Options by their names in camel case, as they stand in a file.
 *
 * <p>{@code sleddog.json} is one object of options. {@code datadog-ci.json}, the file of Datadog's
 * own command line, has them in its member {@code lambda}; it is read as it is.
 */
public final class ConfigFile {
  private static final List<String> NAMES = List.of("sleddog.json", "datadog-ci.json");
  private static final String VENDORS_MEMBER = "lambda";

  private final String source;
  private final boolean isVendors;
  private final Map<String, JsonNode> values;

  /**
   * Creates it.
   *
   * @param source the file, for messages; empty if there is none
   * @param isVendors whether the values were written for Datadog's own command line
   * @param values what stands there
   */
  public ConfigFile(String source, boolean isVendors, Map<String, JsonNode> values) {
    this.source = source;
    this.isVendors = isVendors;
    this.values = Map.copyOf(values);
  }

  /** The file's name. */
  public String source() {
    return source;
  }

  /** Whether it is the vendor's own. */
  public boolean isVendors() {
    return isVendors;
  }

  /** The values by their keys. */
  public Map<String, JsonNode> values() {
    return values;
  }

  /** No file, no value. */
  public static ConfigFile none() {
    return new ConfigFile("", false, Map.of());
  }

  /**
   * Reads the file that the user named, or the first of the usual ones that is there.
   *
   * @param folder where the usual ones are looked for, and what a relative name starts from
   * @param named the file that the user named
   * @throws Problem if the named file is not there, or the file is no such JSON
   */
  public static ConfigFile find(Path folder, Optional<String> named) {
    if (named.isPresent()) {
      return read(folder.resolve(named.get()));
    }
    return NAMES.stream()
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .map(ConfigFile::read)
        .orElse(none());
  }

  private static ConfigFile read(Path file) {
    try {
      JsonNode root = Json.parse(Files.readString(file));
      boolean isVendors = root.path(VENDORS_MEMBER).isObject() || isVendorsName(file);
      JsonNode options = isVendors ? root.path(VENDORS_MEMBER) : root;
      if (isVendors && root.isObject() && options.isMissingNode()) {
        return none(); // it says something of the vendor's other commands alone
      }
      if (!options.isObject()) {
        throw bad(file, "it is no JSON object");
      }
      Map<String, JsonNode> values = new LinkedHashMap<>();
      options.properties().forEach(it -> values.put(it.getKey(), it.getValue()));
      return new ConfigFile(String.valueOf(file.getFileName()), isVendors, values);
    } catch (MalformedJson e) {
      throw bad(file, String.valueOf(e.getMessage())).because(e);
    } catch (IOException e) {
      throw Problem.usage(
              "config-unreadable",
              "The configuration file " + file + " cannot be read",
              "Give the path of a JSON file with --config")
          .because(e);
    }
  }

  private static boolean isVendorsName(Path file) {
    return NAMES.get(1).equals(String.valueOf(file.getFileName()));
  }

  private static Problem bad(Path file, String why) {
    return Problem.usage(
        "config-malformed",
        "The configuration file " + file + " is not usable: " + why,
        "Write one object, such as {\"region\": \"eu-west-1\", \"service\": \"orders\"}");
  }

  /**
   * A value as it would stand on the command line; the elements of a list are joined by commas.
   *
   * @param key the option's name in camel case
   */
  public Optional<String> text(String key) {
    JsonNode value = values.get(key);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (value.isArray()) {
      return Optional.of(String.join(",", list(key)));
    }
    if (value.isObject()) {
      throw Problem.usage(
          "config-value",
          key + " in " + source + " is an object",
          "Write a text, a number, true or false, or a list of texts");
    }
    return Optional.of(value.asText());
  }

  /** A list of texts, or a text with commas between them; empty if it is not there. */
  public List<String> list(String key) {
    JsonNode value = values.get(key);
    if (value == null || !value.isArray()) {
      return text(key).map(it -> List.of(it.split("\\s*,\\s*", 0))).orElse(List.of());
    }
    return StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toList();
  }
}
