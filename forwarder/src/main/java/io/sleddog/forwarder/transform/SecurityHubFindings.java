package io.sleddog.forwarder.transform;

import io.sleddog.forwarder.json.JsonFields;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.parse.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a log of each finding in an event of Security Hub, its resources by their type. */
final class SecurityHubFindings {
  private static final String DETAIL = "detail";
  private static final String RESOURCES = "Resources";
  private static final String TYPE = "Type";
  private static final String UNTYPED = "unknown";

  private SecurityHubFindings() {}

  /** One log for each finding; the same one if there are none. */
  static List<LogRecord> split(LogRecord record) throws IOException {
    Map<String, String> event = JsonFields.ofObject("{" + record.fields().text() + "}");
    Map<String, String> detail =
        event == null ? null : JsonFields.ofObject(event.getOrDefault(DETAIL, ""));
    if (event == null || detail == null) {
      return List.of(record);
    }
    List<String> findings = JsonFields.ofArray(detail.getOrDefault("findings", ""));
    if (findings.isEmpty()) {
      return List.of(record);
    }
    detail.remove("findings");
    List<LogRecord> records = new ArrayList<>();
    for (String finding : findings) {
      detail.put("finding", byType(finding));
      event.put(DETAIL, JsonFields.object(detail));
      Slice json = Slice.of(JsonFields.object(event));
      records.add(ObjectReader.only(json, record.envelope()));
    }
    return records;
  }

  private static String byType(String json) throws IOException {
    Map<String, String> finding = JsonFields.ofObject(json);
    if (finding == null) {
      return json;
    }
    Map<String, String> resources = new LinkedHashMap<>();
    for (String element : JsonFields.ofArray(finding.getOrDefault(RESOURCES, ""))) {
      Map<String, String> resource = JsonFields.ofObject(element);
      if (resource == null) {
        resources.put(untyped(resources), element);
      } else {
        String type = JsonFields.text(resource.remove(TYPE));
        String key = type.isEmpty() ? untyped(resources) : type;
        resources.put(key, JsonFields.object(resource));
      }
    }
    finding.remove(RESOURCES);
    finding.put("resources", JsonFields.object(resources));
    return JsonFields.object(finding);
  }

  private static String untyped(Map<String, String> resources) {
    String key = UNTYPED;
    for (int i = 2; resources.containsKey(key); i++) {
      key = UNTYPED + "_" + i;
    }
    return key;
  }
}
