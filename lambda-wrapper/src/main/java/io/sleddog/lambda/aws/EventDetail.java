package io.sleddog.lambda.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A member of the detail of an EventBridge event, with what the other side needs for a span of the
 * bus: its name, and when the event was sent.
 */
final class EventDetail implements Place {
  private final long startNanos;

  EventDetail(long startNanos) {
    this.startNanos = startNanos;
  }

  @Override
  public SdkPojo fill(SdkPojo event, Map<String, String> headers) {
    Map<String, String> told = new LinkedHashMap<>(headers);
    told.put("x-datadog-start-time", Long.toString(startNanos / 1_000_000));
    Object bus = Fields.value(event, "EventBusName");
    told.put("x-datadog-resource-name", bus instanceof String ? (String) bus : "default");
    return new JsonMember("Detail").fill(event, told);
  }
}
