package io.sleddog.forwarder.spill;

import io.sleddog.forwarder.batch.Kind;
import java.util.List;
import java.util.Map;

/**
 * What is needed to deliver a batch again.
 *
 * @param kind of the items
 * @param target the name of the target that did not take them
 * @param attempts how many invocations have tried to deliver it
 * @param firstMillis when it was stored first, in milliseconds since 1970
 * @param headers that the request is to have
 * @param items each as JSON text
 */
record Stored(
    Kind kind,
    String target,
    int attempts,
    long firstMillis,
    Map<String, String> headers,
    List<String> items) {

  /** The same with other items. */
  Stored withItems(List<String> others) {
    return new Stored(kind, target, attempts, firstMillis, headers, others);
  }

  /** The same after one more try, with the items that are left. */
  Stored triedAgain(List<String> left) {
    return new Stored(kind, target, attempts + 1, firstMillis, headers, left);
  }
}
