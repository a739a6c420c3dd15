package io.sleddog.lambda.config;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the services of managed services are called ({@code DD_SERVICE_MAPPING} and its like). */
public final class ServiceNames {
  private final Map<String, String> renamed = new HashMap<>();
  private final boolean ownNames;
  private final @Nullable String one;
  private final boolean allPairs;

  /**
   * Reads a mapping {@code from:to,from:to}; entries that are not a pair, or change nothing, are
   * passed over.
   *
   * @param ownNames whether a queue's service is the queue's name, rather than {@code sqs}
   * @param one the service of all that the mapping does not name; null if each has its own
   */
  ServiceNames(String mapping, boolean ownNames, @Nullable String one) {
    this.ownNames = ownNames;
    this.one = one;
    boolean allPairs = true;
    for (String entry : mapping.split(",", -1)) {
      String[] pair = entry.split(":", -1);
      allPairs &= pair.length == 2 || entry.trim().isEmpty();
      if (pair.length == 2 && isUseful(pair[0].trim(), pair[1].trim())) {
        renamed.put(pair[0].trim(), pair[1].trim());
      }
    }
    this.allPairs = allPairs;
  }

  /** Whether nothing but pairs stood in the mapping. */
  boolean areAllPairs() {
    return allPairs;
  }

  private static boolean isUseful(String from, String to) {
    return !from.isEmpty() && !to.isEmpty() && !from.equals(to);
  }

  /** The user's name for one resource, or for one of the comma-separated kinds, or null. */
  public @Nullable String renamed(@Nullable String resource, String kinds) {
    if (renamed.isEmpty()) {
      return one;
    }
    String name = resource == null ? null : renamed.get(resource);
    if (name != null) {
      return name;
    }
    for (String kind : kinds.split(",", -1)) {
      name = name == null ? renamed.get(kind) : name;
    }
    return name == null ? one : name;
  }

  /** Whether a resource's service is the resource's own name. */
  public boolean areOwn() {
    return ownNames;
  }
}
