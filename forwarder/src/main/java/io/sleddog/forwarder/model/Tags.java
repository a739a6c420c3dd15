package io.sleddog.forwarder.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tags in the form of the {@code ddtags} attribute: {@code key:value} parts joined by commas, in
 * the order in which they were added, repeated ones kept.
 */
public final class Tags {
  /** No tag at all. */
  public static final Tags NONE = new Tags("");

  private final String text;

  /** The parts, found when they are first asked for; logs that came together share their tags. */
  private @Nullable List<String> entries;

  /** Tags by their text: the parts, joined. */
  public Tags(String text) {
    this.text = text;
  }

  /** The parts, joined by commas. */
  public String text() {
    return text;
  }

  /** These tags, then those of a comma list, which may be empty. */
  public Tags plus(String more) {
    if (more.isEmpty()) {
      return this;
    }
    return new Tags(text.isEmpty() ? more : text + "," + more);
  }

  /** The parts, without empty ones. */
  public List<String> entries() {
    List<String> known = entries;
    if (known == null) {
      known = List.copyOf(split());
      entries = known;
    }
    return known;
  }

  private List<String> split() {
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tags tags && tags.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
