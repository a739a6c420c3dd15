package io.sleddog.forwarder.model;

import io.sleddog.forwarder.json.ByteWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an envelope as the attributes that follow a log's own. */
public final class EnvelopeJson {
  private EnvelopeJson() {}

  /** The attributes without braces around them, beginning with {@code "aws"}. */
  public static byte[] of(Envelope envelope) {
    ByteWriter json = new ByteWriter(512);
    aws(envelope, json);
    if (envelope.function() != null) {
      json.text(",\"lambda\":{\"arn\":").string(envelope.function().text()).text("}");
    }
    json.text(",\"ddsourcecategory\":\"aws\",\"ddtags\":").string(envelope.tags().text());
    attribute("ddsource", envelope.source(), json);
    attribute("host", envelope.host(), json);
    attribute("service", envelope.service(), json);
    return json.toByteArray();
  }

  private static void aws(Envelope envelope, ByteWriter json) {
    json.text("\"aws\":{");
    Origin origin = envelope.origin();
    if (!origin.attribute().isEmpty()) {
      json.string(origin.attribute()).write(':');
      char before = '{';
      for (Map.Entry<String, String> detail : origin.details().entrySet()) {
        json.write(before);
        json.string(detail.getKey()).write(':');
        json.string(detail.getValue());
        before = ',';
      }
      json.text("},");
    }
    Invocation invocation = envelope.invocation();
    json.text("\"invoked_function_arn\":").string(invocation.functionArn());
    if (!invocation.functionVersion().equals("$LATEST")) {
      attribute("function_version", invocation.functionVersion(), json);
    }
    json.write('}');
  }

  private static void attribute(String name, @Nullable String value, ByteWriter json) {
    if (value != null) {
      json.write(',');
      json.string(name).write(':');
      json.string(value);
    }
  }
}
