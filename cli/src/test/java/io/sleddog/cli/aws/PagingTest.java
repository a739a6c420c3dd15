package io.sleddog.cli.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {
  private final List<String> asked = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "MARKER,Marker,NextMarker",
    "NEXT_TOKEN_LOWER,nextToken,nextToken",
    "NEXT_TOKEN,NextToken,NextToken",
    "PAGINATION_TOKEN,PaginationToken,PaginationToken",
    "CONTINUATION_TOKEN,ContinuationToken,NextContinuationToken",
  })
  void all_threePages_asksWithTheTokenOfThePageBefore(Paging paging, String ask, String answer) {
    Service service = (operation, input) -> page(Json.tree(input), ask, answer);

    List<JsonNode> all = paging.all(service, "List", Map.of("Size", 1), "Items");

    assertThat(all).extracting(JsonNode::asInt).containsExactly(0, 1, 2);
    assertThat(asked)
        .containsExactly(
            "{\"Size\":1}",
            "{\"Size\":1,\"" + ask + "\":\"1\"}",
            "{\"Size\":1,\"" + ask + "\":\"2\"}");
  }

  @Test
  void upTo_enoughOnTheSecondPage_asksForNoThird() {
    Service service = (operation, input) -> page(Json.tree(input), "Marker", "NextMarker");

    assertThat(Paging.MARKER.upTo(2, service, "List", Map.of(), "Items")).hasSize(2);
    assertThat(asked).hasSize(2);
  }

  @Test
  void all_noList_isEmpty() {
    assertThat(Paging.MARKER.all((operation, input) -> Json.object(), "List", Map.of(), "Items"))
        .isEmpty();
  }

  /** One element a page, three pages. */
  private JsonNode page(JsonNode input, String ask, String answer) {
    asked.add(input.toString());
    int number = input.path(ask).asInt(0);
    var page = Json.object();
    page.putArray("Items").add(number);
    return number < 2 ? page.put(answer, String.valueOf(number + 1)) : page.put(answer, "");
  }
}
