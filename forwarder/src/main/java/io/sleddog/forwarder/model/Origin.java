package io.sleddog.forwarder.model;

import java.util.Map;

/**
 * Where a log was stored before it came here; it becomes an attribute below {@code aws}.
 *
 * @param attribute the attribute's name, {@code awslogs} or {@code s3}; empty if there is none
 * @param details its content, in order
 */
public record Origin(String attribute, Map<String, String> details) {
  /** Pushed to the forwarder without being stored anywhere. */
  public static final Origin EVENT = new Origin("", Map.of());

  /** Whether the log was in CloudWatch Logs. */
  public boolean isCloudWatch() {
    return attribute.equals("awslogs");
  }

  /** Whether the log was in an S3 object. */
  public boolean isS3() {
    return attribute.equals("s3");
  }
}
