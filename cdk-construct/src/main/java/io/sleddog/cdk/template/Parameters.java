package io.sleddog.cdk.template;

import io.sleddog.cdk.setting.ForwarderSetting;
import io.sleddog.cdk.setting.SettingRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;

/** The template's parameters, each declared once. */
final class Parameters {
  private final Stack stack;
  private final Map<String, CfnParameter> declared = new LinkedHashMap<>();

  Parameters(Stack stack) {
    this.stack = stack;
    Arrays.stream(StackParameter.values()).forEach(this::declare);
    Arrays.stream(ForwarderSetting.values())
        .filter(setting -> !declared.containsKey(setting.parameter()))
        .forEach(this::declare);
  }

  List<String> ids() {
    return List.copyOf(declared.keySet());
  }

  String text(StackParameter parameter) {
    return of(parameter.id()).getValueAsString();
  }

  Number number(StackParameter parameter) {
    return of(parameter.id()).getValueAsNumber();
  }

  List<String> list(StackParameter parameter) {
    return of(parameter.id()).getValueAsList();
  }

  /** A setting's value as text, whatever the parameter's type. */
  String text(ForwarderSetting setting) {
    return of(setting.parameter()).getValue().toString();
  }

  private CfnParameter of(String id) {
    CfnParameter parameter = declared.get(id);
    if (parameter == null) {
      throw new IllegalArgumentException("No parameter " + id);
    }
    return parameter;
  }

  private void declare(StackParameter parameter) {
    StackParameter.Kind kind = parameter.kind();
    declared.put(
        parameter.id(),
        CfnParameter.Builder.create(stack, parameter.id())
            .type(kind.type())
            .defaultValue(parameter.standard())
            .description(parameter.description())
            .allowedPattern(kind.pattern())
            .constraintDescription(kind.explanation())
            .minValue(kind.min())
            .maxValue(kind.max())
            .allowedValues(kind.choices().isEmpty() ? null : kind.choices())
            .noEcho(kind.isHidden() ? true : null)
            .build());
  }

  private void declare(ForwarderSetting setting) {
    SettingRule rule = setting.rule();
    CfnParameter.Builder parameter =
        CfnParameter.Builder.create(stack, setting.parameter())
            .type("String")
            .defaultValue(setting.standard())
            .description(setting.description());
    if (!rule.choices().isEmpty()) {
      parameter.allowedValues(choices(setting));
    } else if (rule != SettingRule.TEXT) {
      parameter.allowedPattern(pattern(setting)).constraintDescription("must be " + rule.wanted());
    }
    declared.put(setting.parameter(), parameter.build());
  }

  /** What a console offers in a list; the empty text leaves the choice to the forwarder. */
  private static List<String> choices(ForwarderSetting setting) {
    List<String> choices = new ArrayList<>(setting.rule().choices());
    if (setting.standard().isEmpty()) {
      choices.add(0, "");
    }
    return choices;
  }

  private static String pattern(ForwarderSetting setting) {
    String optional = setting.standard().isEmpty() ? "?" : "";
    return "^(" + setting.rule().pattern() + ")" + optional + "$";
  }
}
