package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import java.util.List;
import java.util.function.Function;

/** A stretch of a long list, as the query names it. */
final class Paging {
  private static final int MOST = 500;

  private Paging() {}

  /**
   * The part from {@code from}, at most {@code limit} long.
   *
   * @param generation changes when items at the front are gone, so that their numbers have shifted
   */
  static <T> ObjectNode page(
      List<T> all, Query query, int generation, Function<T, ObjectNode> view) {
    int from = Math.min(all.size(), query.number("from", 0, Integer.MAX_VALUE));
    int to = Math.min(all.size(), from + query.number("limit", MOST, MOST));
    ObjectNode page = Json.object().put("count", all.size()).put("generation", generation);
    ArrayNode items = page.putArray("items");
    all.subList(from, to).forEach(item -> items.add(view.apply(item)));
    return page;
  }
}
