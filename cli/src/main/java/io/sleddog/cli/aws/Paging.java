package io.sleddog.cli.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How an API hands out a long list in pieces. */
public enum Paging {
  /** As Lambda and IAM do. */
  MARKER("Marker", "NextMarker"),
  /** As CloudWatch Logs does. */
  NEXT_TOKEN_LOWER("nextToken", "nextToken"),
  /** As CloudFormation, CloudWatch and EC2 do. */
  NEXT_TOKEN("NextToken", "NextToken"),
  /** As the tagging API does. */
  PAGINATION_TOKEN("PaginationToken", "PaginationToken"),
  /** As S3 does. */
  CONTINUATION_TOKEN("ContinuationToken", "NextContinuationToken");

  private final String asked;
  private final String answered;

  Paging(String asked, String answered) {
    this.asked = asked;
    this.answered = answered;
  }

  /**
   * All elements of a list.
   *
   * @param service who is asked
   * @param operation what is asked
   * @param input the request of the first page
   * @param list the member of the response that holds the elements
   */
  public List<JsonNode> all(Service service, String operation, Map<String, ?> input, String list) {
    return upTo(Integer.MAX_VALUE, service, operation, input, list);
  }

  /** The first elements of a list, at least so many if there are; see {@link #all}. */
  public List<JsonNode> upTo(
      int enough, Service service, String operation, Map<String, ?> input, String list) {
    List<JsonNode> elements = new ArrayList<>();
    Map<String, Object> request = new LinkedHashMap<>(input);
    while (true) {
      JsonNode page = service.call(operation, request);
      page.path(list).forEach(elements::add);
      String next = page.path(answered).asText("");
      if (next.isEmpty() || elements.size() >= enough) {
        return elements;
      }
      request.put(asked, next);
    }
  }
}
