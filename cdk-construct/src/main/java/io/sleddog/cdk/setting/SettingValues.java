package io.sleddog.cdk.setting;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Settings that were given, each with its text; the base of the builders of this package. */
final class SettingValues {
  private final Map<ForwarderSetting, String> texts = new EnumMap<>(ForwarderSetting.class);

  void put(ForwarderSetting setting, String value) {
    texts.put(setting, value);
  }

  void put(ForwarderSetting setting, boolean value) {
    texts.put(setting, Boolean.toString(value));
  }

  void put(ForwarderSetting setting, long value) {
    texts.put(setting, Long.toString(value));
  }

  Map<ForwarderSetting, String> copy() {
    return Collections.unmodifiableMap(new EnumMap<>(texts));
  }
}
