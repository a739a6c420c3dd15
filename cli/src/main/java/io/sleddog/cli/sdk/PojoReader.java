package io.sleddog.cli.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Reads the SDK's response into members named as in the API; what is not there is left out. */
final class PojoReader {
  private PojoReader() {}

  static ObjectNode read(SdkPojo pojo) {
    ObjectNode members = Json.object();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (value != null
          && !(value instanceof SdkAutoConstructList)
          && !(value instanceof SdkAutoConstructMap)) {
        members.set(field.memberName(), tree(value));
      }
    }
    return members;
  }

  private static JsonNode tree(Object value) {
    if (value instanceof SdkPojo pojo) {
      return read(pojo);
    }
    if (value instanceof List<?> list) {
      return Json.tree(list.stream().map(PojoReader::tree).toList());
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode members = Json.object();
      map.forEach((key, it) -> members.set(String.valueOf(key), tree(it)));
      return members;
    }
    if (value instanceof SdkBytes bytes) {
      return Json.tree(bytes.asUtf8String());
    }
    return Json.tree(value instanceof Instant time ? time.toString() : value);
  }
}
