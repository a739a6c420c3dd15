package io.sleddog.lambda.aws;

import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** Where a request, or an entry of one, carries a trace context. */
interface Place {
  /** The member, attribute or key that all of Datadog's tracers use. */
  String NAME = "_datadog";

  /** The entry with the headers in it; the entry itself if it has no room for them. */
  SdkPojo fill(SdkPojo entry, Map<String, String> headers);
}
