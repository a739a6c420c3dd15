package io.sleddog.cdk.setting;

import java.util.Map;

/**
 * Which tags of AWS resources are added to logs, and by whom: the forwarder fetches them itself
 * (and is granted to), or Datadog adds what its AWS integration knows.
 */
public final class TagEnrichment {
  private final Map<ForwarderSetting, String> settings;

  /** Of settings that are known by name, each with its text. */
  public TagEnrichment(Map<ForwarderSetting, String> settings) {
    this.settings = Map.copyOf(settings);
  }

  /** The settings that were given, with their texts. */
  public Map<ForwarderSetting, String> settings() {
    return settings;
  }

  /** Starts with what Datadog's own template starts with: tags of functions are fetched. */
  public static Builder builder() {
    return new Builder().fetchFunctionTags(true);
  }

  /** Collects the settings. */
  public static final class Builder {
    private final SettingValues values = new SettingValues();

    private Builder() {}

    /** Whether the forwarder fetches the tags of functions. */
    public Builder fetchFunctionTags(boolean fetch) {
      values.put(ForwarderSetting.FETCH_LAMBDA_TAGS, fetch);
      return this;
    }

    /** Whether the forwarder fetches the tags of log groups. */
    public Builder fetchLogGroupTags(boolean fetch) {
      values.put(ForwarderSetting.FETCH_LOG_GROUP_TAGS, fetch);
      return this;
    }

    /** Whether the forwarder fetches the tags of buckets. */
    public Builder fetchBucketTags(boolean fetch) {
      values.put(ForwarderSetting.FETCH_S3_TAGS, fetch);
      return this;
    }

    /** Whether the forwarder fetches the tags of state machines. */
    public Builder fetchStateMachineTags(boolean fetch) {
      values.put(ForwarderSetting.FETCH_STEP_FUNCTIONS_TAGS, fetch);
      return this;
    }

    /** Whether Datadog adds the tags of log groups. */
    public Builder enrichLogGroupTags(boolean enrich) {
      values.put(ForwarderSetting.ENRICH_CLOUDWATCH_TAGS, enrich);
      return this;
    }

    /** Whether Datadog adds the tags of buckets. */
    public Builder enrichBucketTags(boolean enrich) {
      values.put(ForwarderSetting.ENRICH_S3_TAGS, enrich);
      return this;
    }

    /** How long fetched tags are kept; the forwarder's own choice is 300 s. */
    public Builder cacheSeconds(int seconds) {
      values.put(ForwarderSetting.TAGS_CACHE_TTL, seconds);
      return this;
    }

    /** The value. */
    public TagEnrichment build() {
      return new TagEnrichment(values.copy());
    }
  }
}
