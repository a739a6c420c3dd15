package io.sleddog.forwarder.otlp;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What made some telemetry, which OpenTelemetry calls a resource.
 *
 * @param attributes its description
 */
record Producer(Map<String, String> attributes) {
  /** How the names of attributes end that are lists by OpenTelemetry's rules. */
  private static final String LIST = ".names";

  /** Where it runs, which is known of all that AWS sends. */
  static final String PROVIDER = "cloud.provider";

  /** The same with one more attribute, if it has a value. */
  Producer with(String key, String value) {
    if (value.isEmpty()) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(attributes);
    more.put(key, value);
    return new Producer(more);
  }

  /** The same without what is only true of AWS. */
  Producer elsewhere() {
    Map<String, String> less = new LinkedHashMap<>(attributes);
    less.remove(PROVIDER);
    return new Producer(less);
  }

  /** Begins the part of a request that is about it, up to where its items are listed. */
  void begin(String items, String scopes, Form form) {
    form.begin(1, "");
    form.begin(1, "resource");
    form.list("attributes");
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      if (attribute.getKey().endsWith(LIST)) {
        Values.list(attribute.getKey(), attribute.getValue(), 1, "", form);
      } else {
        Values.text(attribute.getKey(), attribute.getValue(), 1, "", form);
      }
    }
    form.endList();
    form.end();
    form.list(scopes);
    form.begin(2, "");
    form.begin(1, "scope");
    form.text(1, "name", "sleddog-forwarder");
    form.end();
    form.list(items);
  }

  /** Ends what {@link #begin} began. */
  static void end(Form form) {
    form.endList();
    form.end();
    form.endList();
    form.end();
  }
}
