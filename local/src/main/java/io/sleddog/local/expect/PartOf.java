package io.sleddog.local.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Whether one JSON value is part of another: objects may have more keys, all else is equal. */
public final class PartOf {
  private PartOf() {}

  /** Whether {@code part} is part of {@code whole}; lists have to be as long. */
  public static boolean isPart(JsonNode part, JsonNode whole) {
    if (part.isObject() && whole.isObject()) {
      List<String> names = new ArrayList<>();
      part.fieldNames().forEachRemaining(names::add);
      return names.stream().allMatch(name -> isPart(part.path(name), whole.path(name)));
    } else if (part.isArray() && whole.isArray()) {
      return part.size() == whole.size() && allParts(part, whole);
    } else if (part.isNumber() && whole.isNumber()) {
      return part.decimalValue().compareTo(whole.decimalValue()) == 0;
    }
    return part.equals(whole);
  }

  private static boolean allParts(JsonNode part, JsonNode whole) {
    for (int at = 0; at < part.size(); at++) {
      if (!isPart(part.path(at), whole.path(at))) {
        return false;
      }
    }
    return true;
  }
}
