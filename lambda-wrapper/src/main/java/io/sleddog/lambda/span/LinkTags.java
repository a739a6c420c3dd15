package io.sleddog.lambda.span;

import io.sleddog.lambda.context.Hex;
import io.sleddog.lambda.context.SpanLink;
import io.sleddog.lambda.json.JsonWriter;
import io.sleddog.lambda.trigger.Pointer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links of a span as the JSON text of its tag {@code _dd.span_links}. */
public final class LinkTags {
  private LinkTags() {}

  /** The tag's value; null without links. */
  public static @Nullable String json(List<SpanLink> links, List<Pointer> pointers) {
    if (links.isEmpty() && pointers.isEmpty()) {
      return null;
    }
    JsonWriter json = new JsonWriter(160 * (links.size() + pointers.size())).ascii("[");
    for (SpanLink link : links) {
      write(json, link);
    }
    for (Pointer pointer : pointers) {
      write(json, pointer);
    }
    return new String(json.ascii("]").copyFrom(0), StandardCharsets.UTF_8);
  }

  private static void write(JsonWriter json, SpanLink link) {
    begin(json, link.traceIdHigh(), link.traceIdLow(), link.spanId());
    json.ascii("\"reason\":").text(link.reason()).ascii("}}");
  }

  private static void write(JsonWriter json, Pointer pointer) {
    begin(json, 0, 0, 0);
    json.ascii("\"link.kind\":\"span-pointer\",\"ptr.dir\":\"u\",\"ptr.kind\":");
    json.text(pointer.kind()).ascii(",\"ptr.hash\":").text(hash(pointer)).ascii("}}");
  }

  private static void begin(JsonWriter json, long traceIdHigh, long traceIdLow, long spanId) {
    json.ascii(json.size() == 1 ? "" : ",");
    json.ascii("{\"trace_id\":").id(traceIdHigh, traceIdLow);
    json.ascii(",\"span_id\":").id(spanId).ascii(",\"attributes\":{");
  }

  /** The first half of the SHA-256 hash of the parts with {@code |} between. */
  private static String hash(Pointer pointer) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String separator = "";
      for (byte[] part : pointer.parts()) {
        digest.update(separator.getBytes(StandardCharsets.UTF_8));
        digest.update(part);
        separator = "|";
      }
      ByteBuffer hash = ByteBuffer.wrap(digest.digest());
      return Hex.text(hash.getLong(0)) + Hex.text(hash.getLong(8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
