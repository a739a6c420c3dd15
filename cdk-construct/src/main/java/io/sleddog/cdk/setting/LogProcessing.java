package io.sleddog.cdk.setting;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the forwarder does to logs before it sends them. What is not set is left to the forwarder:
 * everything is sent, as it is.
 */
public final class LogProcessing {
  private final Map<ForwarderSetting, String> settings;

  /** Of settings that are known by name, each with its text. */
  public LogProcessing(Map<ForwarderSetting, String> settings) {
    this.settings = Map.copyOf(settings);
  }

  /** The settings that were given, with their texts. */
  public Map<ForwarderSetting, String> settings() {
    return settings;
  }

  /** Starts with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the settings; each method may be called once or not at all. */
  public static final class Builder {
    private final SettingValues values = new SettingValues();

    private Builder() {}

    /** Whether logs are sent; {@code false} leaves metrics and traces only. */
    public Builder forward(boolean forward) {
      values.put(ForwarderSetting.FORWARD_LOG, forward);
      return this;
    }

    /** Tags on every log, beside those that the forwarder finds. */
    public Builder tags(Map<String, String> tags) {
      String joined =
          tags.entrySet().stream()
              .map(tag -> tag.getKey() + ":" + tag.getValue())
              .collect(Collectors.joining(","));
      values.put(ForwarderSetting.TAGS, joined);
      return this;
    }

    /** One source for every log; it switches off what is done for logs of functions only. */
    public Builder source(String source) {
      values.put(ForwarderSetting.SOURCE, source);
      return this;
    }

    /** The expression that the first line of each log in a file in S3 matches. */
    public Builder multilinePattern(String pattern) {
      values.put(ForwarderSetting.MULTILINE_PATTERN, pattern);
      return this;
    }

    /** Whether IP addresses are masked. */
    public Builder redactIp(boolean redact) {
      values.put(ForwarderSetting.REDACT_IP, redact);
      return this;
    }

    /** Whether e-mail addresses are masked. */
    public Builder redactEmail(boolean redact) {
      values.put(ForwarderSetting.REDACT_EMAIL, redact);
      return this;
    }

    /** Whatever matches {@code pattern} is replaced. */
    public Builder scrub(String pattern, String replacement) {
      values.put(ForwarderSetting.SCRUBBING_RULE, pattern);
      values.put(ForwarderSetting.SCRUBBING_REPLACEMENT, replacement);
      return this;
    }

    /** Logs that match are not sent; comes before {@link #includeAtMatch}. */
    public Builder excludeAtMatch(String pattern) {
      values.put(ForwarderSetting.EXCLUDE_AT_MATCH, pattern);
      return this;
    }

    /** Only logs that match are sent. */
    public Builder includeAtMatch(String pattern) {
      values.put(ForwarderSetting.INCLUDE_AT_MATCH, pattern);
      return this;
    }

    /** The value. */
    public LogProcessing build() {
      return new LogProcessing(values.copy());
    }
  }
}
