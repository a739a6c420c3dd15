package io.sleddog.lambda.agent;

import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.context.XRayHeader;
import io.sleddog.lambda.json.JsonWriter;
import io.sleddog.lambda.tag.Tags;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * A subsegment in X-Ray's trace of an invocation that names Datadog's, so that Datadog's
 * integration of X-Ray can join the two.
 */
public final class XRayMetadata {
  private static final String HEAD = "{\"format\":\"json\",\"version\":1}\n";

  private final XRayHeader header;
  private final long id;
  private final long epochMillis;

  /** Belongs to the segment that {@code header} names. */
  public XRayMetadata(XRayHeader header, long id, long epochMillis) {
    this.header = header;
    this.id = id;
    this.epochMillis = epochMillis;
  }

  /**
   * Sends it.
   *
   * @param daemon host and UDP port of X-Ray's daemon; null sends nothing
   * @param upstream the trace that the event named, if any
   * @param tags what the event told of its source
   */
  public void send(
      @Nullable String daemon, @Nullable TraceContext upstream, Tags tags, Warnings warnings) {
    if (daemon == null || (upstream == null && tags.size() == 0)) {
      return;
    }
    int colon = daemon.lastIndexOf(':');
    byte[] packet = json(upstream, tags);
    try (DatagramSocket socket = new DatagramSocket()) {
      InetAddress host = InetAddress.getByName(daemon.substring(0, Math.max(0, colon)));
      int port = Integer.parseInt(daemon.substring(colon + 1));
      socket.send(new DatagramPacket(packet, packet.length, host, port));
    } catch (IOException | RuntimeException unsent) {
      warnings.say("X-Ray's daemon at AWS_XRAY_DAEMON_ADDRESS does not take metadata", unsent);
    }
  }

  private byte[] json(@Nullable TraceContext upstream, Tags tags) {
    JsonWriter json = new JsonWriter(512).ascii(HEAD);
    json.ascii("{\"id\":").id(id);
    json.ascii(",\"trace_id\":").text(header.root());
    json.ascii(",\"parent_id\":").id(header.parentId());
    json.ascii(",\"name\":\"datadog-metadata\",\"type\":\"subsegment\"");
    json.ascii(",\"start_time\":").ascii(seconds());
    json.ascii(",\"end_time\":").ascii(seconds());
    json.ascii(",\"metadata\":{\"datadog\":{");
    if (upstream != null) {
      json.ascii("\"trace\":{\"trace-id\":");
      json.text(Long.toUnsignedString(upstream.traceIdLow())).ascii(",\"parent-id\":");
      json.text(Long.toUnsignedString(upstream.parentId())).ascii(",\"sampling-priority\":");
      json.text(Integer.toString(upstream.priority())).ascii("}");
    }
    if (tags.size() > 0) {
      json.ascii(upstream == null ? "" : ",").ascii("\"lambda_function_tags\":{");
      for (int i = 0; i < tags.size(); i++) {
        json.ascii(i == 0 ? "" : ",").text(tags.key(i)).ascii(":").text(Tags.text(tags.value(i)));
      }
      json.ascii("}");
    }
    return json.ascii("}}}").copyFrom(0);
  }

  /** With a fraction, which no double would keep whole. */
  private String seconds() {
    String fraction = Long.toString(1000 + epochMillis % 1000).substring(1);
    return epochMillis / 1000 + "." + fraction;
  }
}
