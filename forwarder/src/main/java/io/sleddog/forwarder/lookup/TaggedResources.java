package io.sleddog.forwarder.lookup;

import io.sleddog.forwarder.aws.AwsAction;
import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.json.JsonTree;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** All tagged resources of one type in the function's own account and region. */
final class TaggedResources implements TagReader {
  private static final int PAGE = 100;

  private final AwsClient aws;
  private final String type;
  private final Counters counters;

  /**
   * A reader of one type.
   *
   * @param type such as {@code s3:bucket}
   */
  TaggedResources(AwsClient aws, String type, Counters counters) {
    this.aws = aws;
    this.type = type;
    this.counters = counters;
  }

  @Override
  public Map<String, Tags> read(Deadline deadline) throws IOException {
    Map<String, Tags> found = new HashMap<>();
    String token = "";
    do {
      JsonTree page = page(token, deadline);
      for (JsonTree resource : page.at("ResourceTagMappingList").elements()) {
        String arn = resource.at("ResourceARN").text().toLowerCase(Locale.ROOT);
        found.put(arn, tags(resource));
      }
      token = page.at("PaginationToken").text();
    } while (!token.isEmpty());
    return found;
  }

  private JsonTree page(String token, Deadline deadline) throws IOException {
    boolean buckets = type.startsWith("s3");
    counters.add(buckets ? Count.GET_S3_RESOURCES_API_CALLS : Count.GET_RESOURCES_API_CALLS, 1);
    ByteWriter json = new ByteWriter(128);
    json.text("{\"ResourcesPerPage\":" + PAGE + ",\"ResourceTypeFilters\":[").string(type);
    json.text("],\"PaginationToken\":").string(token).text("}");
    byte[] answer = aws.call(AwsAction.GET_RESOURCES, "", json.utf8(), deadline);
    return JsonTree.of(answer, 0, answer.length);
  }

  private static Tags tags(JsonTree resource) {
    Tags tags = Tags.NONE;
    for (JsonTree tag : resource.at("Tags").elements()) {
      tags = tags.plus(TagText.of(tag.at("Key").text(), tag.at("Value").text()));
    }
    return tags;
  }
}
