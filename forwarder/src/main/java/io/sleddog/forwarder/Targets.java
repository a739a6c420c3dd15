package io.sleddog.forwarder;

import io.sleddog.forwarder.aws.ApiKey;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.config.CompressionSettings;
import io.sleddog.forwarder.config.DualShipping.Extra;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.config.IntakeAddresses;
import io.sleddog.forwarder.config.OtlpSettings;
import io.sleddog.forwarder.deliver.AsItIs;
import io.sleddog.forwarder.deliver.Compression;
import io.sleddog.forwarder.deliver.Compression.Form;
import io.sleddog.forwarder.deliver.Encoding;
import io.sleddog.forwarder.deliver.Endpoint;
import io.sleddog.forwarder.deliver.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the list of organisations that get the data. */
final class Targets {
  private static final String MAIN = "";

  private final ForwarderConfig config;
  private final String version;

  Targets(ForwarderConfig config, String version) {
    this.config = config;
    this.version = version;
  }

  /** All targets; the main one, which has the given key, comes first if Datadog is one. */
  List<Target> all(ApiKey key) {
    List<Target> targets = config.datadog() ? datadog(key) : new ArrayList<>();
    if (config.otlp().isOn()) {
      targets.add(collector(config.otlp()));
    }
    return targets;
  }

  private List<Target> datadog(ApiKey key) {
    IntakeAddresses intakes = config.intakes();
    Map<Kind, Endpoint> main = new EnumMap<>(Kind.class);
    main.put(Kind.LOGS, endpoint(Kind.LOGS, intakes.logs(), key));
    main.put(Kind.METRICS, endpoint(Kind.METRICS, intakes.metrics(), key));
    main.put(Kind.TRACES, endpoint(Kind.TRACES, intakes.traces(), key));
    List<Target> targets = new ArrayList<>();
    targets.add(new Target(MAIN, true, main));
    add(Kind.LOGS, config.dualShipping().logs(), targets);
    add(Kind.METRICS, config.dualShipping().metrics(), targets);
    add(Kind.TRACES, config.dualShipping().traces(), targets);
    return targets;
  }

  private Target collector(OtlpSettings otlp) {
    Map<Kind, Endpoint> endpoints = new EnumMap<>(Kind.class);
    collect(Kind.LOGS, otlp.logs(), endpoints);
    collect(Kind.METRICS, otlp.metrics(), endpoints);
    collect(Kind.TRACES, otlp.traces(), endpoints);
    return new Target("otlp", true, endpoints);
  }

  private void collect(Kind kind, String url, Map<Kind, Endpoint> endpoints) {
    if (url.isEmpty()) {
      return;
    }
    OtlpSettings otlp = config.otlp();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", otlp.json() ? "application/json" : "application/x-protobuf");
    headers.put("User-Agent", "sleddog-forwarder/" + version);
    otlp.headers().forEach((name, value) -> headers.put(name, value.reveal()));
    Compression compression =
        otlp.gzip()
            ? new Compression(Form.GZIP, config.compression().deflateLevel())
            : Compression.NONE;
    Encoding encoding = new CollectorForm(otlp.json());
    endpoints.put(kind, new Endpoint(url, null, headers, compression, encoding));
  }

  private void add(Kind kind, List<Extra> extras, List<Target> targets) {
    for (Extra extra : extras) {
      ApiKey key = new ApiKey(deadline -> extra.apiKey());
      Map<Kind, Endpoint> endpoints = new EnumMap<>(Kind.class);
      endpoints.put(kind, endpoint(kind, extra.url(), key));
      targets.add(new Target("extra" + targets.size(), extra.reliable(), endpoints));
    }
  }

  private Endpoint endpoint(Kind kind, String url, ApiKey key) {
    Map<String, String> headers = new LinkedHashMap<>();
    String type = kind == Kind.TRACES ? "application/x-protobuf" : "application/json";
    headers.put("Content-Type", type);
    headers.put("User-Agent", "sleddog-forwarder/" + version);
    if (kind == Kind.LOGS) {
      headers.put("DD-EVP-ORIGIN", "aws_forwarder");
      headers.put("DD-EVP-ORIGIN-VERSION", version);
      if (config.additions().stepFunctionTraces()) {
        headers.put("DD-STEP-FUNCTIONS-TRACE-ENABLED", "true");
      }
    }
    return new Endpoint(url, key, headers, compression(kind), new AsItIs());
  }

  private Compression compression(Kind kind) {
    CompressionSettings settings = config.compression();
    if (kind == Kind.METRICS) {
      return new Compression(Form.DEFLATE, settings.deflateLevel());
    } else if (!settings.enabled()) {
      return Compression.NONE;
    }
    boolean fast = kind == Kind.TRACES; // as Datadog's agent sends them
    int level = fast ? Math.min(settings.level(), 1) : settings.level();
    return new Compression(settings.zstd() ? Form.ZSTD : Form.GZIP, level);
  }
}
