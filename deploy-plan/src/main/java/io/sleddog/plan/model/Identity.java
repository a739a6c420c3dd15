package io.sleddog.plan.model;

import org.jspecify.annotations.Nullable;

/**
 * Which function is meant.
 *
 * @param id how messages name the function: logical id, construct path or ARN
 * @param name the function's name
 * @param place where it lives
 * @param revisionId Lambda's mark of the state that was read, to be sent along with an update; none
 *     if not read from Lambda
 */
record Identity(String id, Text name, Place place, @Nullable String revisionId) {
  Identity withRevisionId(String changed) {
    return new Identity(id, name, place, changed);
  }

  Text arn() {
    return place.arn("lambda", Text.of("function:").plus(name));
  }
}
