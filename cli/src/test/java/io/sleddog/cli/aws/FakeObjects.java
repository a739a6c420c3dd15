package io.sleddog.cli.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.json.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Buckets in memory; of objects only their keys. */
public final class FakeObjects {
  private final Map<String, Set<String>> buckets = new ConcurrentHashMap<>();
  private final Map<String, String> times = new ConcurrentHashMap<>();

  /** Adds an object that was put there at that time. */
  public void add(String bucket, String key, String time) {
    bucket(bucket).add(key);
    times.put(key, time);
  }

  /** Adds a bucket, or gives the keys in it. */
  public Set<String> bucket(String name) {
    return buckets.computeIfAbsent(name, it -> new TreeSet<>());
  }

  public Set<String> names() {
    return buckets.keySet();
  }

  JsonNode call(String operation, ObjectNode input) {
    String bucket = input.path("Bucket").asText();
    String key = input.path("Key").asText();
    return switch (operation) {
      case "CreateBucket", "PutPublicAccessBlock" -> done(bucket(bucket));
      case "HeadBucket" -> there(operation, buckets.containsKey(bucket));
      case "HeadObject" -> there(operation, bucket(bucket).contains(key));
      case "PutObject" -> done(bucket(bucket).add(key));
      case "ListObjectsV2" -> list(bucket, input.path("Prefix").asText());
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private static JsonNode done(Object ignored) {
    return Json.object();
  }

  private static JsonNode there(String operation, boolean isThere) {
    if (!isThere) {
      throw new AwsFailure(ServiceName.S3, operation, "HTTP 404", "not there", null);
    }
    return Json.object();
  }

  private JsonNode list(String bucket, String prefix) {
    ArrayNode list = Json.array();
    bucket(bucket).stream()
        .filter(it -> it.startsWith(prefix))
        .forEach(it -> list.add(described(it)));
    return FakeAws.answer("Contents", list);
  }

  private ObjectNode described(String key) {
    ObjectNode object = Json.object().put("Key", key).put("Size", 7);
    return times.containsKey(key) ? object.put("LastModified", times.get(key)) : object;
  }
}
