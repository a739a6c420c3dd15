package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.Trip;
import io.sleddog.local.model.Invocation;
import org.jspecify.annotations.Nullable;

/** The failure of an invocation as its error JSON tells it; both null if it succeeded. */
record ErrorText(@Nullable String type, @Nullable String message) {

  static ErrorText of(Trip trip) {
    Invocation invocation = trip.ride().execution().invocation();
    if (invocation.succeeded()) {
      return new ErrorText(null, null);
    }
    ObjectNode error = Json.tryParseObject(invocation.payload().text()).orElseGet(Json::object);
    String type = error.path("errorType").asText(invocation.errorType());
    return new ErrorText(type, error.path("errorMessage").asText(""));
  }
}
