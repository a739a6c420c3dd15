package io.sleddog.lambda.redirect;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.json.JsonValues;
import io.sleddog.lambda.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Events and results that the runtime has turned into objects, as JSON again. */
public final class TypedEvents {
  private TypedEvents() {}

  /**
   * The value as JSON: plain values by ourselves, objects of other classes by the runtime's
   * serializers, which are loaded already where there are such objects.
   */
  public static Json json(@Nullable Object value) {
    if (value == null || JsonValues.knows(value)) {
      JsonWriter json = new JsonWriter(1024);
      JsonValues.write(json, value);
      return Json.parse(json.copyFrom(0));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    new Serializers(loader).forType(value.getClass(), null).toJson(value, bytes);
    return Json.parse(bytes.toByteArray());
  }
}
