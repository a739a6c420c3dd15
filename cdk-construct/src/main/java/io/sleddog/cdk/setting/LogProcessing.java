package io.sleddog.cdk.setting;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the forwarder does to logs before it sends them. What is not set is left to the forwarder:
 * everything is sent, as it is.
 */
public final class LogProcessing extends GivenSettings {
  /** Of settings that are known by name, each with its text. */
  public LogProcessing(Map<ForwarderSetting, String> settings) {
    super(settings);
  }

  /** Starts with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the settings; each method may be called once or not at all. */
  public static final class Builder {
    private final Map<ForwarderSetting, String> given = new EnumMap<>(ForwarderSetting.class);

    private Builder() {}

    /** Whether logs are sent; {@code false} leaves metrics and traces only. */
    public Builder forward(boolean forward) {
      return put(ForwarderSetting.FORWARD_LOG, forward);
    }

    /** Tags on every log, beside those that the forwarder finds. */
    public Builder tags(Map<String, String> tags) {
      String joined =
          tags.entrySet().stream()
              .map(tag -> tag.getKey() + ":" + tag.getValue())
              .collect(Collectors.joining(","));
      return put(ForwarderSetting.TAGS, joined);
    }

    /** One source for every log; it switches off what is done for logs of functions only. */
    public Builder source(String source) {
      return put(ForwarderSetting.SOURCE, source);
    }

    /** The expression that the first line of each log in a file in S3 matches. */
    public Builder multilinePattern(String pattern) {
      return put(ForwarderSetting.MULTILINE_PATTERN, pattern);
    }

    /** Whether IP addresses are masked. */
    public Builder redactIp(boolean redact) {
      return put(ForwarderSetting.REDACT_IP, redact);
    }

    /** Whether e-mail addresses are masked. */
    public Builder redactEmail(boolean redact) {
      return put(ForwarderSetting.REDACT_EMAIL, redact);
    }

    /** Whatever matches {@code pattern} is replaced. */
    public Builder scrub(String pattern, String replacement) {
      put(ForwarderSetting.SCRUBBING_RULE, pattern);
      return put(ForwarderSetting.SCRUBBING_REPLACEMENT, replacement);
    }

    /** Logs that match are not sent; comes before {@link #includeAtMatch}. */
    public Builder excludeAtMatch(String pattern) {
      return put(ForwarderSetting.EXCLUDE_AT_MATCH, pattern);
    }

    /** Only logs that match are sent. */
    public Builder includeAtMatch(String pattern) {
      return put(ForwarderSetting.INCLUDE_AT_MATCH, pattern);
    }

    /** The value. */
    public LogProcessing build() {
      return new LogProcessing(given);
    }

    private Builder put(ForwarderSetting setting, Object value) {
      given.put(setting, value.toString());
      return this;
    }
  }
}
