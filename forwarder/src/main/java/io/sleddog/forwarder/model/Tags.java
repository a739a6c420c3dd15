package io.sleddog.forwarder.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tags in the form of the {@code ddtags} attribute: {@code key:value} parts joined by commas, in
 * the order in which they were added, repeated ones kept.
 *
 * @param text the parts, joined
 */
public record Tags(String text) {
  /** No tag at all. */
  public static final Tags NONE = new Tags("");

  /** These tags, then those of a comma list, which may be empty. */
  public Tags plus(String more) {
    if (more.isEmpty()) {
      return this;
    }
    return new Tags(text.isEmpty() ? more : text + "," + more);
  }

  /** The parts, without empty ones. */
  public List<String> entries() {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int comma = text.indexOf(',', from);
      int end = comma < 0 ? text.length() : comma;
      if (end > from) {
        parts.add(text.substring(from, end));
      }
      from = end + 1;
    }
    return parts;
  }

  /** The same without white space around its parts, and without empty ones. */
  public Tags trimmed() {
    Tags trimmed = NONE;
    for (String entry : entries()) {
      trimmed = trimmed.plus(entry.strip());
    }
    return trimmed;
  }

  /** The same with only the first of the tags that have this key. */
  public Tags withOne(String key) {
    String start = key + ":";
    int first = text.indexOf(start);
    if (first < 0 || text.indexOf(start, first + 1) < 0) {
      return this;
    }
    Tags kept = NONE;
    boolean found = false;
    for (String entry : entries()) {
      boolean same = entry.startsWith(start);
      kept = same && found ? kept : kept.plus(entry);
      found |= same;
    }
    return kept;
  }

  /** The value of the last tag with this key, in whatever case the key is written. */
  public Optional<String> last(String key) {
    String start = key + ":";
    Optional<String> found = Optional.empty();
    for (String entry : entries()) {
      if (entry.regionMatches(true, 0, start, 0, start.length())) {
        found = Optional.of(entry.substring(start.length()));
      }
    }
    return found;
  }

  /** The value of the first tag with this key, in the case it was written in. */
  public Optional<String> first(String key) {
    String start = key + ":";
    for (String entry : entries()) {
      if (entry.startsWith(start)) {
        return Optional.of(entry.substring(start.length()));
      }
    }
    return Optional.empty();
  }
}
