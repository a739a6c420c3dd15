package io.sleddog.macro.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.macro.expression.Texts;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the user wants of one template.
 *
 * @param isEnabled false to leave the template as it is
 * @param excluded the logical ids of functions to leave as they are
 * @param needsLayer whether a Java function without a layer's ARN is a mistake
 * @param settings what is wanted of every function
 * @param problems what is wrong with the parameters; then nothing is to be done
 * @param warnings which parameters mean nothing here
 */
public record MacroConfig(
    boolean isEnabled,
    Set<String> excluded,
    boolean needsLayer,
    Settings settings,
    List<String> problems,
    List<String> warnings) {
  /** Copies the collections in. */
  public MacroConfig {
    excluded = Set.copyOf(excluded);
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads the configuration.
   *
   * @param environment the environment of the macro's function
   * @param event what CloudFormation sent: the parameters of the transform, and the template, whose
   *     mapping {@code Sleddog}, or else {@code Datadog}, may hold parameters under {@code
   *     Parameters}
   * @param texts the template's texts
   * @param place where the stack is, and with it a layer that is given by its number
   * @param tool who instruments, for the functions' tag
   */
  public static MacroConfig read(
      Map<String, String> environment, JsonNode event, Texts texts, Place place, String tool) {
    JsonNode mappings = event.path("fragment").path("Mappings");
    JsonNode mapping = mappings.path(mappings.has("Sleddog") ? "Sleddog" : "Datadog");
    Parameters parameters = new Parameters(texts);
    parameters.take(environment);
    parameters.take(mapping.path("Parameters"));
    parameters.take(event.path("params"));
    return new SettingsReader(parameters, texts, place).read(tool);
  }
}
