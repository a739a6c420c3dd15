package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.model.Arn;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.Origin;
import io.sleddog.forwarder.model.Tags;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shortens what the forwarder adds to a log, for the case that it alone is larger than a log may
 * be: a message can bring tags of any length, and a delivery can name a log group of any length.
 */
final class EnvelopeCutter {
  /** For each text; a character takes six bytes at most, and there are nine texts. */
  private static final int MOST_CHARACTERS = 10_000;

  private EnvelopeCutter() {}

  static Envelope cut(Envelope envelope) {
    Map<String, String> details = new LinkedHashMap<>();
    envelope.origin().details().forEach((name, value) -> details.put(name, cut(value)));
    Arn function = envelope.function();
    return new Envelope(
        envelope.invocation(),
        new Origin(envelope.origin().attribute(), details),
        function == null ? null : function.withResource(cut(function.resource())),
        cutIfAny(envelope.source()),
        cutIfAny(envelope.host()),
        cutIfAny(envelope.service()),
        cut(envelope.tags()),
        envelope.functionTags());
  }

  /** The tags that fit as a whole. */
  private static Tags cut(Tags tags) {
    String text = cut(tags.text());
    boolean whole = text.length() == tags.text().length();
    return whole ? tags : new Tags(text.substring(0, Math.max(0, text.lastIndexOf(','))));
  }

  private static @Nullable String cutIfAny(@Nullable String text) {
    return text == null ? null : cut(text);
  }

  private static String cut(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
  }
}
