package io.sleddog.local.otlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which fields the messages of OTLP have, by number; from a table beside this class. */
final class OtlpFields {
  private static final String TABLE = "otlp-fields.txt";

  private final Map<String, Map<Integer, Field>> messages = new HashMap<>();

  /**
   * A field.
   *
   * @param name its name in JSON
   * @param type a message's name, or a scalar's in small letters
   * @param list whether it may come more than once
   */
  record Field(String name, String type, boolean list) {
    boolean isMessage() {
      return Character.isUpperCase(type.charAt(0));
    }
  }

  private OtlpFields(String table) {
    table
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", -1))
        .forEach(this::add);
  }

  static OtlpFields read() {
    try (InputStream in =
        Objects.requireNonNull(OtlpFields.class.getResourceAsStream(TABLE), TABLE)) {
      return new OtlpFields(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String[] line) {
    boolean list = line[3].endsWith("*");
    String type = list ? line[3].substring(0, line[3].length() - 1) : line[3];
    messages
        .computeIfAbsent(line[0], none -> new HashMap<>())
        .put(Integer.valueOf(line[1]), new Field(line[2], type, list));
  }

  /** The field of this number; null if the page has no use for it. */
  @Nullable Field field(String message, int number) {
    return messages.getOrDefault(message, Map.of()).get(number);
  }
}
