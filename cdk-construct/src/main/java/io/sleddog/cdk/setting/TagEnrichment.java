package io.sleddog.cdk.setting;

import java.util.EnumMap;
import java.util.Map;

/**
 * Which tags of AWS resources are added to logs, and by whom: the forwarder fetches them itself
 * (and is granted to), or Datadog adds what its AWS integration knows.
 */
public final class TagEnrichment extends GivenSettings {
  /** Of settings that are known by name, each with its text. */
  public TagEnrichment(Map<ForwarderSetting, String> settings) {
    super(settings);
  }

  /** Starts with what Datadog's own template starts with: tags of functions are fetched. */
  public static Builder builder() {
    return new Builder().fetchFunctionTags(true);
  }

  /** Collects the settings. */
  public static final class Builder {
    private final Map<ForwarderSetting, String> given = new EnumMap<>(ForwarderSetting.class);

    private Builder() {}

    /** Whether the forwarder fetches the tags of functions. */
    public Builder fetchFunctionTags(boolean fetch) {
      return put(ForwarderSetting.FETCH_LAMBDA_TAGS, fetch);
    }

    /** Whether the forwarder fetches the tags of log groups. */
    public Builder fetchLogGroupTags(boolean fetch) {
      return put(ForwarderSetting.FETCH_LOG_GROUP_TAGS, fetch);
    }

    /** Whether the forwarder fetches the tags of buckets. */
    public Builder fetchBucketTags(boolean fetch) {
      return put(ForwarderSetting.FETCH_S3_TAGS, fetch);
    }

    /** Whether the forwarder fetches the tags of state machines. */
    public Builder fetchStateMachineTags(boolean fetch) {
      return put(ForwarderSetting.FETCH_STEP_FUNCTIONS_TAGS, fetch);
    }

    /** Whether Datadog adds the tags of log groups. */
    public Builder enrichLogGroupTags(boolean enrich) {
      return put(ForwarderSetting.ENRICH_CLOUDWATCH_TAGS, enrich);
    }

    /** Whether Datadog adds the tags of buckets. */
    public Builder enrichBucketTags(boolean enrich) {
      return put(ForwarderSetting.ENRICH_S3_TAGS, enrich);
    }

    /** How long fetched tags are kept; the forwarder's own choice is 300 s. */
    public Builder cacheSeconds(int seconds) {
      return put(ForwarderSetting.TAGS_CACHE_TTL, seconds);
    }

    /** The value. */
    public TagEnrichment build() {
      return new TagEnrichment(given);
    }

    private Builder put(ForwarderSetting setting, Object value) {
      given.put(setting, value.toString());
      return this;
    }
  }
}
