package io.sleddog.lambda.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes plain Java values, as a serializer makes them of JSON, as JSON again. */
public final class JsonValues {
  private static final int DEEPEST = 100;

  private JsonValues() {}

  /** Whether {@link #write} knows the value: null, text, a number, a truth value, a map, a list. */
  public static boolean knows(@Nullable Object value) {
    return value == null
        || value instanceof CharSequence
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Map
        || value instanceof Iterable;
  }

  /** Writes a value; what is of another kind, or too deep, becomes null. */
  public static void write(JsonWriter json, @Nullable Object value) {
    write(json, value, 0);
  }

  private static void write(JsonWriter json, @Nullable Object value, int depth) {
    if (value == null || depth > DEEPEST) {
      json.ascii("null");
    } else if (value instanceof CharSequence) {
      json.text(value.toString());
    } else if (value instanceof Number || value instanceof Boolean) {
      json.ascii(isFinite(value) ? value.toString() : "null");
    } else if (value instanceof Map) {
      writeMap(json, (Map<?, ?>) value, depth);
    } else if (value instanceof Iterable) {
      writeList(json, (Iterable<?>) value, depth);
    } else {
      json.ascii("null");
    }
  }

  private static boolean isFinite(Object value) {
    boolean floating = value instanceof Double || value instanceof Float;
    return !floating || Double.isFinite(((Number) value).doubleValue());
  }

  private static void writeMap(JsonWriter json, Map<?, ?> map, int depth) {
    String before = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.ascii(before).text(String.valueOf(entry.getKey())).ascii(":");
      write(json, entry.getValue(), depth + 1);
      before = ",";
    }
    json.ascii(map.isEmpty() ? "{}" : "}");
  }

  private static void writeList(JsonWriter json, Iterable<?> list, int depth) {
    json.ascii("[");
    String before = "";
    for (Object item : list) {
      json.ascii(before);
      write(json, item, depth + 1);
      before = ",";
    }
    json.ascii("]");
  }
}
