package io.sleddog.lambda.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON objects of a user that get further members; all else stays as it was, to the byte. */
public final class Splice {
  private Splice() {}

  /** The members as an object of strings. */
  public static byte[] object(Map<String, String> members) {
    return members(new JsonWriter(512).ascii("{"), members).ascii("}").copyFrom(0);
  }

  /**
   * The object with a first member {@code name} that holds {@code value}; null if it is no object
   * or has that member.
   */
  public static byte @Nullable [] add(byte[] object, String name, byte[] value) {
    Json json = Json.parse(object);
    if (!json.isObject() || json.get(name).exists()) {
      return null;
    }
    JsonWriter writer = new JsonWriter(object.length + value.length + name.length() + 4);
    int at = json.offset() + 1;
    writer.bytes(object, 0, at).text(name).ascii(":").bytes(value, 0, value.length);
    return end(writer, object, json);
  }

  /**
   * The object with the members in its member {@code inner}, which is made if it is missing; null
   * if there is no room for them: one is no object, or has one of them.
   */
  public static byte @Nullable [] addInside(
      byte[] object, String inner, Map<String, String> members) {
    Json target = Json.parse(object).get(inner);
    if (!target.exists()) {
      return add(object, inner, object(members));
    }
    if (!target.isObject() || hasOneOf(target, members)) {
      return null;
    }
    int at = target.offset() + 1;
    JsonWriter writer = new JsonWriter(object.length + 1024).bytes(object, 0, at);
    return end(members(writer, members), object, target);
  }

  private static boolean hasOneOf(Json object, Map<String, String> members) {
    for (String name : members.keySet()) {
      if (object.get(name).exists()) {
        return true;
      }
    }
    return false;
  }

  private static JsonWriter members(JsonWriter writer, Map<String, String> members) {
    boolean first = true;
    for (Map.Entry<String, String> member : members.entrySet()) {
      writer.ascii(first ? "" : ",").text(member.getKey()).ascii(":").text(member.getValue());
      first = false;
    }
    return writer;
  }

  /** Writes what follows the opening brace of {@code into}. */
  private static byte[] end(JsonWriter writer, byte[] object, Json into) {
    writer.ascii(into.first().exists() ? "," : "");
    return writer.bytes(object, into.offset() + 1, object.length).copyFrom(0);
  }
}
