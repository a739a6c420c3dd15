package com.example.parcels;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;
import java.util.Map;

/** Sorts the parcels that it hears of; tells how it heard of them. */
public final class Sorter implements RequestHandler<Map<String, Object>, String> {
  @Override
  public String handleRequest(Map<String, Object> event, Context context) {
    String way = way(event);
    context.getLogger().log("Sorted a parcel that came by " + way + "\n");
    return "sorted";
  }

  private static String way(Map<String, Object> event) {
    if (event.get("Records") instanceof List<?> records
        && !records.isEmpty()
        && records.get(0) instanceof Map<?, ?> first) {
      return first.containsKey("Sns") ? "topic" : "queue";
    }
    if (event.containsKey("detail-type")) {
      return "bus";
    }
    return event.containsKey("requestContext") ? "web" : "call";
  }
}
