package io.sleddog.cdk.setting;

import java.util.Map;

/** Where the forwarder sends data and how. What is not set follows from the site. */
public final class Delivery {
  private final Map<ForwarderSetting, String> settings;

  /** Of settings that are known by name, each with its text. */
  public Delivery(Map<ForwarderSetting, String> settings) {
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

    /** Host of the log intake, without scheme. */
    public Builder logsHost(String host) {
      values.put(ForwarderSetting.LOGS_HOST, host);
      return this;
    }

    /** Port of the log intake. */
    public Builder logsPort(int port) {
      values.put(ForwarderSetting.LOGS_PORT, port);
      return this;
    }

    /** Address of the metric intake, with scheme. */
    public Builder apiUrl(String url) {
      values.put(ForwarderSetting.API_URL, url);
      return this;
    }

    /** Address of the trace intake, with scheme. */
    public Builder traceUrl(String url) {
      values.put(ForwarderSetting.TRACE_URL, url);
      return this;
    }

    /** Whether plain HTTP is used, for a relay in one's own network. */
    public Builder noSsl(boolean plain) {
      values.put(ForwarderSetting.NO_SSL, plain);
      return this;
    }

    /** Whether any certificate is accepted. */
    public Builder skipSslValidation(boolean skip) {
      values.put(ForwarderSetting.SKIP_SSL_VALIDATION, skip);
      return this;
    }

    /** Whether requests are compressed. */
    public Builder compress(boolean compress) {
      values.put(ForwarderSetting.USE_COMPRESSION, compress);
      return this;
    }

    /** How to compress logs and traces: {@code gzip} or {@code zstd}. */
    public Builder compressionKind(String kind) {
      values.put(ForwarderSetting.COMPRESSION_KIND, kind);
      return this;
    }

    /** How hard to compress, 0 to 9, with zstd to 19. */
    public Builder compressionLevel(int level) {
      values.put(ForwarderSetting.COMPRESSION_LEVEL_OF_LOGS, level);
      return this;
    }

    /** How many requests may be under way at once. */
    public Builder maxWorkers(int workers) {
      values.put(ForwarderSetting.MAX_WORKERS, workers);
      return this;
    }

    /** Proxy for every request to Datadog, with scheme. */
    public Builder proxy(String url) {
      values.put(ForwarderSetting.HTTP_PROXY, url);
      values.put(ForwarderSetting.HTTPS_PROXY, url);
      return this;
    }

    /** Hosts to reach without the proxy, joined by commas. */
    public Builder noProxy(String hosts) {
      values.put(ForwarderSetting.NO_PROXY, hosts);
      return this;
    }

    /** Address of an OpenTelemetry collector that gets everything too, over HTTP. */
    public Builder collectorUrl(String url) {
      values.put(ForwarderSetting.COLLECTOR_URL, url);
      return this;
    }

    /** How the collector is spoken to: {@code http/protobuf} or {@code http/json}. */
    public Builder collectorProtocol(String protocol) {
      values.put(ForwarderSetting.COLLECTOR_PROTOCOL, protocol);
      return this;
    }

    /** Whether Datadog gets the data; if not, a collector has to be named. */
    public Builder toDatadog(boolean send) {
      values.put(ForwarderSetting.TO_DATADOG, send);
      return this;
    }

    /** Whether Datadog makes traces of the logs of state machines. */
    public Builder stepFunctionTraces(boolean trace) {
      values.put(ForwarderSetting.STEP_FUNCTIONS_TRACE, trace);
      return this;
    }

    /** How much the forwarder says of itself: DEBUG, INFO, WARN, ERROR. */
    public Builder logLevel(String level) {
      values.put(ForwarderSetting.LOG_LEVEL, level);
      return this;
    }

    /** Whether the forwarder sends enhanced metrics of itself. */
    public Builder enhancedMetrics(boolean send) {
      values.put(ForwarderSetting.ENHANCED_METRICS, send);
      return this;
    }

    /** Whether the forwarder sends traces of itself. */
    public Builder traces(boolean send) {
      values.put(ForwarderSetting.TRACE_ENABLED, send);
      return this;
    }

    /** The value. */
    public Delivery build() {
      return new Delivery(values.copy());
    }
  }
}
