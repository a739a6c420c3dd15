package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.json.Json;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
  private static final List<Integer> ITEMS = IntStream.range(0, 1000).boxed().toList();

  private static Query query(String raw) {
    return Query.of(URI.create("/api/x" + raw));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?q=a | a",
        "?q=a&q=b | b",
        "?q=a%20b%26c | a b&c",
        "?q=a+b | a b",
        "?other=a | ''",
        "?q | ''",
        "?=x&q=1 | 1",
        "'' | ''",
      })
  void text_ofAName_isDecoded(String raw, String text) {
    assertThat(query(raw).text("q")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"?n=7, 7", "?n=-1, 0", "?n=99, 50", "?n=x, 5", "?n=, 5", "?n=99999999999, 5"})
  void number_withinLimits_elseTheFallback(String raw, int number) {
    assertThat(query(raw).number("n", 5, 50)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0, 500",
    "?from=990, 990, 10",
    "?from=5000, 0, 0",
    "?from=10&limit=3, 10, 3",
    "?limit=9999, 0, 500",
    "?from=2147483647&limit=2147483647, 0, 0",
    "?limit=0, 0, 0",
  })
  void page_stretch_isWithinTheList(String raw, int first, int count) {
    var page = Paging.page(ITEMS, query(raw), 3, one -> Json.object().put("n", one));

    assertThat(page.path("count").asInt()).isEqualTo(1000);
    assertThat(page.path("generation").asInt()).isEqualTo(3);
    assertThat(page.path("items")).hasSize(count);
    assertThat(page.path("items").path(0).path("n").asInt()).isEqualTo(first);
  }

  @Test
  void page_emptyList_isEmpty() {
    assertThat(Paging.page(List.of(), query(""), 0, one -> Json.object()).path("items")).isEmpty();
  }
}
