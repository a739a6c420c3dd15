package io.sleddog.cdk.setting;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Settings of the forwarder that were given; what is not among them is left to the forwarder. */
public abstract sealed class GivenSettings permits Delivery, LogProcessing, TagEnrichment {
  private final Map<ForwarderSetting, String> settings;

  GivenSettings(Map<ForwarderSetting, String> given) {
    Map<ForwarderSetting, String> copy = new EnumMap<>(ForwarderSetting.class);
    copy.putAll(given);
    this.settings = Collections.unmodifiableMap(copy);
  }

  /** The settings that were given, with their texts. */
  public final Map<ForwarderSetting, String> settings() {
    return settings;
  }
}
