package io.sleddog.lambda.line;

import io.sleddog.lambda.json.JsonWriter;
import java.util.List;

/**
 * An event as a log line that Datadog shows as a log: with a status, a name to search for ({@code
 * evt.name}) and tags. The forwarder has no other way for events.
 */
public final class EventLine {
  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_TEXT = 4000;

  private EventLine() {}

  /** Writes an event of one of the kinds info, success, warning, error. */
  public static void write(
      LineSink sink, String kind, String title, String text, List<String> tags) {
    JsonWriter json = new JsonWriter(512);
    json.ascii("{\"status\":").text(kind.equals("success") ? "ok" : kind);
    json.ascii(",\"message\":").text(message(title, text), LONGEST_TITLE + LONGEST_TEXT);
    json.ascii(",\"evt\":{\"name\":").text((Object) title, LONGEST_TITLE).ascii("}");
    json.ascii(",\"ddtags\":").text(joined(tags), LONGEST_TEXT).ascii("}\n");
    sink.write(json.copyFrom(0));
  }

  private static Object message(String title, String text) {
    return text.isEmpty() ? title : title + "\n" + text;
  }

  private static Object joined(List<String> tags) {
    StringBuilder all = new StringBuilder();
    for (String tag : tags) {
      all.append(all.length() == 0 ? "" : ",").append(tag.replace(',', '_'));
    }
    return all.toString();
  }
}
