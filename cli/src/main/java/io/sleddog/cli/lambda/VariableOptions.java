package io.sleddog.cli.lambda;

import io.sleddog.cli.command.SaidOption;
import io.sleddog.cli.command.Site;
import io.sleddog.plan.settings.Settings;
import io.sleddog.plan.settings.Variable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** The options that become environment variables of the functions, one each. */
final class VariableOptions {
  private static final String ON_BY_DEFAULT = "; true unless the function says otherwise.";

  private static final List<Flag> FLAGS =
      List.of(
          Flag.text(20, "--service", Variable.SERVICE, "NAME", ""),
          Flag.text(21, "--env", Variable.ENV, "NAME", ""),
          Flag.text(22, "--version", Variable.VERSION, "TEXT", ""),
          Flag.onOff(24, "--tracing", Variable.TRACE_ENABLED, ON_BY_DEFAULT),
          Flag.onOff(25, "--merge-xray-traces", Variable.MERGE_XRAY_TRACES, ""),
          Flag.onOff(26, "--flush-metrics-to-logs", Variable.FLUSH_TO_LOG, ON_BY_DEFAULT),
          Flag.onOff(27, "--capture-lambda-payload", Variable.CAPTURE_LAMBDA_PAYLOAD, ""),
          Flag.text(
              28, "--log-level", Variable.LOG_LEVEL, "LEVEL", "; stays as it is if not given."),
          Flag.onOff(29, "--enhanced-metrics", Variable.ENHANCED_METRICS, ""),
          Flag.onOff(30, "--logs-injection", Variable.LOGS_INJECTION, ""),
          Flag.onOff(31, "--cold-start-tracing", Variable.COLD_START_TRACING, ""),
          Flag.onOff(32, "--encode-authorizer-context", Variable.ENCODE_AUTHORIZER_CONTEXT, ""),
          Flag.onOff(33, "--decode-authorizer-context", Variable.DECODE_AUTHORIZER_CONTEXT, ""));

  private final Map<Variable, String> said = new EnumMap<>(Variable.class);

  /** One option. */
  private record Flag(Variable variable, SaidOption option) {
    static Flag text(int order, String name, Variable variable, String label, String more) {
      return new Flag(
          variable, new SaidOption(order, name, label, String.class, variable.key() + more));
    }

    static Flag onOff(int order, String name, Variable variable, String more) {
      return new Flag(
          variable,
          new SaidOption(order, name, "true|false", Boolean.class, variable.key() + more));
    }
  }

  /** Adds the options to a command. */
  void addTo(CommandSpec command) {
    for (Flag flag : FLAGS) {
      command.addOption(flag.option().spec(value -> say(flag.variable(), value)));
    }
  }

  /** Sets a variable as if its option was given; an empty text takes it back. */
  void say(Variable variable, String value) {
    if (value.isEmpty()) {
      said.remove(variable);
    } else {
      said.put(variable, value);
    }
  }

  boolean isSaid(Variable variable) {
    return said.containsKey(variable);
  }

  /**
   * Settings with what the user said.
   *
   * @param environment the shell's variables, of which the site is taken
   */
  Settings apply(Settings settings, Map<String, String> environment) {
    Settings changed = settings;
    String site = environment.getOrDefault("DATADOG_SITE", "");
    if (!site.isEmpty()) {
      String known = Site.checked(site, "DATADOG_SITE", "or unset it");
      changed = changed.with(Variable.SITE, known);
    }
    for (Map.Entry<Variable, String> it : said.entrySet()) {
      changed = changed.with(it.getKey(), it.getValue());
    }
    return changed;
  }
}
