package io.sleddog.cdk.setting;

import java.util.EnumMap;
import java.util.Map;

/** Where the forwarder sends data and how. What is not set follows from the site. */
public final class Delivery extends GivenSettings {
  /** Of settings that are known by name, each with its text. */
  public Delivery(Map<ForwarderSetting, String> settings) {
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

    /** Host of the log intake, without scheme. */
    public Builder logsHost(String host) {
      return put(ForwarderSetting.LOGS_HOST, host);
    }

    /** Port of the log intake. */
    public Builder logsPort(int port) {
      return put(ForwarderSetting.LOGS_PORT, port);
    }

    /** Address of the metric intake, with scheme. */
    public Builder apiUrl(String url) {
      return put(ForwarderSetting.API_URL, url);
    }

    /** Address of the trace intake, with scheme. */
    public Builder traceUrl(String url) {
      return put(ForwarderSetting.TRACE_URL, url);
    }

    /** Whether plain HTTP is used, for a relay in one's own network. */
    public Builder noSsl(boolean plain) {
      return put(ForwarderSetting.NO_SSL, plain);
    }

    /** Whether any certificate is accepted. */
    public Builder skipSslValidation(boolean skip) {
      return put(ForwarderSetting.SKIP_SSL_VALIDATION, skip);
    }

    /** Whether requests are compressed. */
    public Builder compress(boolean compress) {
      return put(ForwarderSetting.USE_COMPRESSION, compress);
    }

    /** How to compress logs and traces: {@code gzip} or {@code zstd}. */
    public Builder compressionKind(String kind) {
      return put(ForwarderSetting.COMPRESSION_KIND, kind);
    }

    /** How hard to compress, 0 to 9, with zstd to 19. */
    public Builder compressionLevel(int level) {
      return put(ForwarderSetting.COMPRESSION_LEVEL_OF_LOGS, level);
    }

    /** How many requests may be under way at once. */
    public Builder maxWorkers(int workers) {
      return put(ForwarderSetting.MAX_WORKERS, workers);
    }

    /** Proxy for every request to Datadog, with scheme. */
    public Builder proxy(String url) {
      put(ForwarderSetting.HTTP_PROXY, url);
      return put(ForwarderSetting.HTTPS_PROXY, url);
    }

    /** Hosts to reach without the proxy, joined by commas. */
    public Builder noProxy(String hosts) {
      return put(ForwarderSetting.NO_PROXY, hosts);
    }

    /** Address of an OpenTelemetry collector that gets everything too, over HTTP. */
    public Builder collectorUrl(String url) {
      return put(ForwarderSetting.COLLECTOR_URL, url);
    }

    /** How the collector is spoken to: {@code http/protobuf} or {@code http/json}. */
    public Builder collectorProtocol(String protocol) {
      return put(ForwarderSetting.COLLECTOR_PROTOCOL, protocol);
    }

    /** Whether Datadog gets the data; if not, a collector has to be named. */
    public Builder toDatadog(boolean send) {
      return put(ForwarderSetting.TO_DATADOG, send);
    }

    /** Whether Datadog makes traces of the logs of state machines. */
    public Builder stepFunctionTraces(boolean trace) {
      return put(ForwarderSetting.STEP_FUNCTIONS_TRACE, trace);
    }

    /** How much the forwarder says of itself: DEBUG, INFO, WARN, ERROR. */
    public Builder logLevel(String level) {
      return put(ForwarderSetting.LOG_LEVEL, level);
    }

    /** Whether the forwarder sends enhanced metrics of itself. */
    public Builder enhancedMetrics(boolean send) {
      return put(ForwarderSetting.ENHANCED_METRICS, send);
    }

    /** Whether the forwarder sends traces of itself. */
    public Builder traces(boolean send) {
      return put(ForwarderSetting.TRACE_ENABLED, send);
    }

    /** The value. */
    public Delivery build() {
      return new Delivery(given);
    }

    private Builder put(ForwarderSetting setting, Object value) {
      given.put(setting, value.toString());
      return this;
    }
  }
}
