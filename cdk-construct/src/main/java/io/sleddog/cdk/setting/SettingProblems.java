package io.sleddog.cdk.setting;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds what is wrong with settings before AWS or the forwarder does. */
public final class SettingProblems {
  private SettingProblems() {}

  /**
   * One sentence for each setting whose value is not of its form, the value itself left out.
   *
   * @param settings the settings with their texts
   * @param isLate whether a text is a placeholder whose value is known later; it is not looked at
   */
  public static List<String> of(Map<ForwarderSetting, String> settings, Predicate<String> isLate) {
    return settings.entrySet().stream()
        .filter(entry -> !isLate.test(entry.getValue()))
        .filter(entry -> !entry.getKey().rule().accepts(entry.getValue()))
        .map(entry -> sentence(entry.getKey()))
        .collect(Collectors.toList());
  }

  private static String sentence(ForwarderSetting setting) {
    return setting.variable() + " must be " + setting.rule().wanted();
  }
}
