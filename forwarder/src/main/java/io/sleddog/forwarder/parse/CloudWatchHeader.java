package io.sleddog.forwarder.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a delivery of CloudWatch Logs says about all its log events.
 *
 * @param messageType {@code DATA_MESSAGE} or {@code CONTROL_MESSAGE}
 * @param owner the account that the log group is in
 * @param logGroup its name
 * @param logStream the stream's name
 * @param eventsOffset where the array of log events begins in the payload; -1 if there is none
 */
record CloudWatchHeader(
    String messageType, String owner, String logGroup, String logStream, int eventsOffset) {
  /** Of a text that is no delivery at all. */
  static final CloudWatchHeader NONE = new CloudWatchHeader("", "", "", "", -1);

  private static final int ACCOUNT_LENGTH = 12;
  private static final int ATTRIBUTES = 4;

  boolean isControlMessage() {
    return messageType.equals("CONTROL_MESSAGE");
  }

  boolean isOwnedByAnAccount() {
    boolean digits = owner.length() == ACCOUNT_LENGTH;
    for (int i = 0; digits && i < ACCOUNT_LENGTH; i++) {
      digits = owner.charAt(i) >= '0' && owner.charAt(i) <= '9';
    }
    return digits;
  }

  Map<String, String> details() {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("logGroup", logGroup);
    details.put("logStream", logStream);
    details.put("owner", owner);
    return details;
  }

  /** Reads the attributes around the log events; their order does not matter. */
  static CloudWatchHeader read(Slice json) throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    int events = -1;
    try (JsonParser parser = Json.parser(json.array(), json.offset(), json.length())) {
      parser.nextToken();
      while (events < 0 || found.size() < ATTRIBUTES) {
        String name = parser.nextFieldName();
        if (name == null) {
          break;
        }
        boolean isArray = parser.nextToken() == JsonToken.START_ARRAY;
        if (isArray && name.equals("logEvents")) {
          events = Json.tokenOffset(parser);
        }
        if (events < 0 || found.size() < ATTRIBUTES) {
          keep(name, parser, found);
        }
      }
    }
    return new CloudWatchHeader(
        found.getOrDefault("messageType", ""),
        found.getOrDefault("owner", ""),
        found.getOrDefault("logGroup", ""),
        found.getOrDefault("logStream", ""),
        events);
  }

  private static void keep(String name, JsonParser parser, Map<String, String> found)
      throws IOException {
    switch (name) {
      case "messageType", "owner", "logGroup", "logStream" -> {
        if (parser.currentToken().isScalarValue()) {
          found.put(name, parser.getText());
        }
      }
      default -> {}
    }
    parser.skipChildren();
  }
}
