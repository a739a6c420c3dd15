package io.sleddog.forwarder.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what a delivery of CloudWatch Logs says about its log events, and where these begin. */
final class CloudWatchHeaderReader {
  private static final int ATTRIBUTES = 4;

  private CloudWatchHeaderReader() {}

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
