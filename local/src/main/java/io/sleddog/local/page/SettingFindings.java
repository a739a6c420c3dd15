package io.sleddog.local.page;

import io.sleddog.local.live.Trip;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings of a function that keep its telemetry from its log. */
final class SettingFindings {
  private static final String EXTENSION = "Datadog-Extension";
  private static final List<String> SWITCHES = List.of("DD_FLUSH_TO_LOG", "DD_TRACE_ENABLED");

  private SettingFindings() {}

  static @Nullable Finding notWritten(Trip trip) {
    Map<String, String> variables = trip.ride().function().environment();
    for (String name : SWITCHES) {
      if (isOff(variables.get(name))) {
        return new Finding(
            "SD-FN-005",
            "warning",
            "The function is told not to write its metrics or traces",
            name + " is " + FindingRules.excerpt(variables.get(name)),
            "Set it to true, or leave it out.");
      }
    }
    return null;
  }

  private static boolean isOff(@Nullable String value) {
    return value != null && (value.strip().equalsIgnoreCase("false") || value.strip().equals("0"));
  }

  static @Nullable Finding extension(Trip trip) {
    return trip.ride().function().layers().stream()
        .map(Path::toString)
        .filter(layer -> layer.contains(EXTENSION))
        .findFirst()
        .map(
            layer ->
                new Finding(
                    "SD-FN-006",
                    "warning",
                    "The function has Datadog's extension beside the forwarder",
                    "The layer " + FindingRules.excerpt(layer),
                    "Choose one: with the extension, nothing is written to the log for a"
                        + " forwarder."))
        .orElse(null);
  }
}
