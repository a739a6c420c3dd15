package io.sleddog.local.aws;

import java.util.Map;
import java.util.TreeMap;

/**
 * A message on its way into a queue.
 *
 * @param body its text
 * @param attributes the sender's attributes by name
 * @param system attributes that SQS itself knows, such as {@code AWSTraceHeader}
 */
record Message(String body, Map<String, Attribute> attributes, Map<String, String> system) {
  Message {
    attributes = new TreeMap<>(attributes);
    system = new TreeMap<>(system);
  }
}
