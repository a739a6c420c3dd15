package io.sleddog.forwarder;

import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.deliver.Compression;
import io.sleddog.forwarder.deliver.Compression.Form;
import io.sleddog.forwarder.deliver.Endpoint;
import io.sleddog.forwarder.deliver.HttpIntakeClient;
import io.sleddog.forwarder.deliver.Senders;
import io.sleddog.forwarder.parse.Envelopes;
import io.sleddog.forwarder.parse.RecordParser;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts the parts together, once for each JVM. */
final class Wiring {
  static final String VERSION = "0.1.0";
  private static final String JSON = "application/json";

  private Wiring() {}

  static Pipeline pipeline(ForwarderConfig config) {
    return new Pipeline(
        config,
        new RecordParser(new Envelopes(config.additions(), VERSION)),
        endpoints(config),
        new HttpIntakeClient(),
        new Senders(config.workers()));
  }

  private static Map<Kind, Endpoint> endpoints(ForwarderConfig config) {
    int level = config.compression().level();
    Compression gzip =
        config.compression().enabled() ? new Compression(Form.GZIP, level) : Compression.NONE;
    Compression deflate = new Compression(Form.DEFLATE, level);
    Map<Kind, Endpoint> endpoints = new EnumMap<>(Kind.class);
    endpoints.put(Kind.LOGS, endpoint(config, config.intakes().logs(), JSON, gzip));
    endpoints.put(Kind.METRICS, endpoint(config, config.intakes().metrics(), JSON, deflate));
    endpoints.put(
        Kind.TRACES, endpoint(config, config.intakes().traces(), "application/x-protobuf", gzip));
    return endpoints;
  }

  private static Endpoint endpoint(
      ForwarderConfig config, String url, String contentType, Compression compression) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    if (compression.form() != Form.NONE) {
      headers.put("Content-Encoding", compression.form().encoding());
    }
    headers.put("DD-EVP-ORIGIN", "aws_forwarder");
    headers.put("DD-EVP-ORIGIN-VERSION", VERSION);
    headers.put("User-Agent", "sleddog-forwarder/" + VERSION);
    return new Endpoint(url, config.apiKey(), headers, compression);
  }
}
