package io.sleddog.forwarder.spill;

import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.json.JsonTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The form in which Datadog's own forwarder stores what it could not deliver: a JSON array of
 * metrics, of traces, or of texts each of which is a log.
 */
final class VendorJson {
  private static final double MILLIS = 1000;

  private VendorJson() {}

  /** Whether a document has this form. */
  static boolean is(byte[] document) {
    return document.length > 0 && document[0] == '[';
  }

  /**
   * Reads a document.
   *
   * @param name under which it was found: a kind, and often the seconds since 1970 when it was
   *     stored
   * @param nowMillis taken for that time where the name does not say it
   * @throws IOException if it is anything else
   */
  static Stored read(String name, byte[] document, long nowMillis) throws IOException {
    String[] parts = name.split("/", 2);
    for (Kind kind : Kind.values()) {
      if (kind.text().equals(parts[0])) {
        long first = millis(parts.length > 1 ? parts[1] : "", nowMillis);
        List<String> items = items(kind, document);
        return new Stored(kind, "", 1, first, Map.of(), items);
      }
    }
    throw new IOException("a stored batch has a kind");
  }

  private static List<String> items(Kind kind, byte[] document) throws IOException {
    if (kind != Kind.LOGS) {
      return StoredJson.items(document);
    }
    List<String> items = new ArrayList<>();
    for (JsonTree log : JsonTree.of(document, 0, document.length).elements()) {
      items.add(log.text());
    }
    if (items.isEmpty() || items.contains("")) {
      throw new IOException("stored logs are texts");
    }
    return items;
  }

  private static long millis(String seconds, long nowMillis) {
    try {
      double millis = Double.parseDouble(seconds) * MILLIS;
      return millis > 0 && millis < nowMillis ? (long) millis : nowMillis;
    } catch (NumberFormatException ignored) {
      return nowMillis; // a message has no time in its name
    }
  }
}
