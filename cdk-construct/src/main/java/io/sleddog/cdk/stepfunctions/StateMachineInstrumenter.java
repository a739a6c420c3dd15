package io.sleddog.cdk.stepfunctions;

import io.sleddog.cdk.function.Destination;
import io.sleddog.cdk.function.Tokens;
import io.sleddog.plan.settings.LogGroupWish;
import io.sleddog.plan.settings.Settings;
import io.sleddog.plan.settings.Variable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;

/**
 * Lets state machines log each step to the forwarder, which Datadog makes traces of, and labels
 * them; each once. What a state machine has stays.
 */
public final class StateMachineInstrumenter {
  private final Settings settings;
  private final Destination destination;
  private final Set<String> done = new HashSet<>();
  private final Set<String> subscribed = new HashSet<>();

  /**
   * For state machines that get the same.
   *
   * @param settings whose service, environment, version and tags become AWS tags
   * @param destination where the logs go
   */
  public StateMachineInstrumenter(Settings settings, Destination destination) {
    this.settings = settings;
    this.destination = destination;
  }

  /** Instruments a state machine, unless it is done already. */
  public void instrument(CfnStateMachine machine) {
    if (!done.add(machine.getNode().getPath())) {
      return;
    }
    StateMachineLogs logs = new StateMachineLogs(machine);
    String group = logs.isConfigured() ? logs.existing() : logs.create();
    if (group.isEmpty()) {
      warn(machine, "state-machine-logs", "its logging is one expression, which cannot be read");
    } else if (subscribed.add(logs.identity(group))) {
      destination.subscribe(machine, LogGroupWish.FILTER_NAME, "", group);
    }
    if (!logs.isComplete()) {
      warn(
          machine,
          "state-machine-level",
          "it does not log every step with its data, so its traces have gaps. Set level ALL and"
              + " includeExecutionData");
    }
    label(machine);
  }

  private static void warn(CfnStateMachine machine, String id, String message) {
    Annotations.of(machine).addWarningV2("sleddog:" + id, message);
  }

  private void label(CfnStateMachine machine) {
    Map<String, String> present = machine.getTags().tagValues();
    wanted()
        .forEach(
            (key, text) -> {
              if (!present.containsKey(key)) {
                machine.getTags().setTag(key, text);
              }
            });
  }

  private Map<String, String> wanted() {
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("DD_TRACE_ENABLED", "true");
    wanted.put(Settings.TOOL_TAG, "cdk");
    put(wanted, "service", Variable.SERVICE);
    put(wanted, "env", Variable.ENV);
    put(wanted, "version", Variable.VERSION);
    settings.tags().texts().forEach((key, text) -> wanted.putIfAbsent(key, Tokens.string(text)));
    return wanted;
  }

  private void put(Map<String, String> wanted, String key, Variable variable) {
    settings
        .variables()
        .get(variable.key())
        .map(Tokens::string)
        .ifPresent(it -> wanted.put(key, it));
  }
}
