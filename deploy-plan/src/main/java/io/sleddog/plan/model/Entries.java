package io.sleddog.plan.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Environment variables or AWS tags by name, in their order.
 *
 * @param texts what is there
 * @param isOpen whether the names are all known and entries can be added; false if the whole is an
 *     expression that only the deployment evaluates
 */
public record Entries(Map<String, Text> texts, boolean isOpen) {
  /** Copies the map in. */
  public Entries {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  /** Entries that are all known by name. */
  public static Entries of(Map<String, Text> texts) {
    return new Entries(texts, true);
  }

  /** No entry. */
  public static Entries none() {
    return of(Map.of());
  }

  /** Entries of which nothing is known and to which none can be added. */
  public static Entries closed() {
    return new Entries(Map.of(), false);
  }

  /** The entry of that name, if it is there. */
  public Optional<Text> get(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  /** These entries with one set, at its old place or last; null takes it out. */
  public Entries with(String name, @Nullable Text text) {
    Map<String, Text> changed = new LinkedHashMap<>(texts);
    if (text == null) {
      changed.remove(name);
    } else {
      changed.put(name, text);
    }
    return new Entries(changed, isOpen);
  }
}
