package io.sleddog.forwarder.lookup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.aws.AwsAction;
import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import java.util.Map;

/** One log group of the function's own account and region. */
final class TaggedLogGroup implements TagReader {
  private final AwsClient aws;
  private final String arn;
  private final Counters counters;

  TaggedLogGroup(AwsClient aws, String arn, Counters counters) {
    this.aws = aws;
    this.arn = arn;
    this.counters = counters;
  }

  @Override
  public Map<String, Tags> read(Deadline deadline) throws IOException {
    counters.add(Count.LIST_TAGS_LOG_GROUP_API_CALL, 1);
    String json = new ByteWriter(128).text("{\"resourceArn\":").string(arn).text("}").utf8();
    byte[] answer = aws.call(AwsAction.LIST_LOG_GROUP_TAGS, "", json, deadline);
    try (JsonParser parser = Json.parser(answer, 0, answer.length)) {
      parser.nextToken();
      for (String name; (name = parser.nextFieldName()) != null; ) {
        JsonToken value = parser.nextToken();
        if (name.equals("tags") && value == JsonToken.START_OBJECT) {
          return Map.of(arn, tags(parser));
        }
        parser.skipChildren();
      }
    }
    return Map.of(arn, Tags.NONE);
  }

  private static Tags tags(JsonParser parser) throws IOException {
    Tags tags = Tags.NONE;
    for (String key; (key = parser.nextFieldName()) != null; ) {
      parser.nextToken();
      tags = tags.plus(TagText.of(key, parser.getText()));
    }
    return tags;
  }
}
