package io.sleddog.lambda.tag;

import io.sleddog.lambda.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Tags in the order they were first set. Setting one again replaces its value.
 *
 * <p>A value is a {@link String}, a {@link Double}, or a scalar {@link Json} of the event, which is
 * copied into a line without being decoded.
 */
public final class Tags {
  /** How many are likely to follow those that were set all at once. */
  private static final int LIKELY = 12;

  private static final String[] NO_KEYS = {};
  private static final Object[] NO_VALUES = {};

  private final int capacity;
  private String[] keys = NO_KEYS;
  private Object[] values = NO_VALUES;
  private int size;

  /** A bit for each key: where a key's is missing, the key is. */
  private long names;

  /** Begins empty; the first tag makes room for {@code capacity} of them. */
  public Tags(int capacity) {
    this.capacity = capacity;
  }

  /** A value as text. */
  public static String text(Object value) {
    return value instanceof Json ? String.valueOf(((Json) value).scalar()) : value.toString();
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The key at a place. */
  public String key(int at) {
    return keys[at];
  }

  /** The value at a place. */
  public Object value(int at) {
    return values[at];
  }

  /** The value of a key, or null. */
  public @Nullable Object get(String key) {
    int at = indexOf(key);
    return at < 0 ? null : values[at];
  }

  /** Sets a tag; null, or an event's null, object, array or nothing at all, does nothing. */
  public void put(String key, @Nullable Object value) {
    if (value == null || (value instanceof Json && !((Json) value).isScalar())) {
      return;
    }
    int at = indexOf(key);
    if (at >= 0) {
      values[at] = value;
    } else {
      add(key, value);
    }
  }

  /** Sets all tags of another. */
  public void putAll(Tags other) {
    if (size == 0) {
      size = other.size;
      names = other.names;
      grow(other.keys, other.values, Math.max(keys.length, size + LIKELY));
      return;
    }
    for (int i = 0; i < other.size; i++) {
      put(other.keys[i], other.values[i]);
    }
  }

  /** Takes a tag away. */
  public void remove(String key) {
    int at = indexOf(key);
    if (at < 0) {
      return;
    }
    size--;
    System.arraycopy(keys, at + 1, keys, at, size - at);
    System.arraycopy(values, at + 1, values, at, size - at);
  }

  private void add(String key, Object value) {
    if (size == keys.length) {
      grow(keys, values, Math.max(capacity, 2 * size + 1));
    }
    names |= bit(key);
    keys[size] = key;
    values[size++] = value;
  }

  /** Takes the tags of two arrays into larger ones: that of strings is made without reflection. */
  private void grow(String[] fullKeys, Object[] fullValues, int room) {
    keys = new String[room];
    values = new Object[room];
    System.arraycopy(fullKeys, 0, keys, 0, size);
    System.arraycopy(fullValues, 0, values, 0, size);
  }

  private static long bit(String key) {
    return 1L << key.hashCode();
  }

  private int indexOf(String key) {
    if ((names & bit(key)) == 0) {
      return -1;
    }
    int length = key.length();
    for (int i = 0; i < size; i++) {
      if (keys[i].length() == length && keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }
}
