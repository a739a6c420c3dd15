package io.sleddog.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which messages of a batch come again, by how the function ended. */
final class BatchFailures {
  private BatchFailures() {}

  /**
   * Those that failed.
   *
   * @param reports whether the function names them in its answer; else all of them failed, or none
   */
  static List<SentMessage> of(Invocation invocation, List<SentMessage> batch, boolean reports) {
    if (!invocation.succeeded()) {
      return batch;
    }
    return reports ? named(invocation.payload().text(), batch) : List.of();
  }

  /** One that is not in the batch makes all of it fail, as on AWS. */
  private static List<SentMessage> named(String answer, List<SentMessage> batch) {
    JsonNode items =
        Json.tryParseObject(answer)
            .map(json -> json.path("batchItemFailures"))
            .orElse(Json.array());
    List<SentMessage> failed = new ArrayList<>();
    for (JsonNode item : items) {
      String id = item.path("itemIdentifier").asText();
      Optional<SentMessage> known = batch.stream().filter(one -> one.id().equals(id)).findFirst();
      if (known.isEmpty()) {
        return batch;
      }
      failed.add(known.get());
    }
    return failed;
  }
}
