package io.sleddog.plan.variables;

import io.sleddog.plan.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The tags in a variable: {@code key:value,key:value}, only the first colon splits.
 *
 * <p>Entries of which not even the key is known are carried along unread.
 */
final class TagList {
  private static final Text COMMA = Text.of(",");
  private static final Text COLON = Text.of(":");
  private static final Pattern BLANK_SEPARATED =
      Pattern.compile("[^, :]+:[^, ]+( +[^, :]+:[^, ]+)+");

  private final List<Text> entries;

  private TagList(List<Text> entries) {
    this.entries = List.copyOf(entries);
  }

  static TagList empty() {
    return new TagList(List.of());
  }

  /** Reads a variable; a text of nothing but {@code key:value key:value} is understood too. */
  static TagList parse(Text text) {
    boolean isBlankSeparated = text.known().filter(BLANK_SEPARATED.asMatchPredicate()).isPresent();
    List<Text> entries = new ArrayList<>();
    for (Text entry : text.split(isBlankSeparated ? ' ' : ',')) {
      if (!entry.parts().isEmpty()) {
        entries.add(entry);
      }
    }
    return new TagList(entries);
  }

  boolean has(String key) {
    return entries.stream().anyMatch(entry -> isOf(key, entry));
  }

  /**
   * This list with a tag, in the place of the first of its key, or last; but before what cannot be
   * read, since of two tags with one key the later counts.
   */
  TagList with(String key, Text value) {
    Text tag = Text.of(key).plus(COLON).plus(value);
    List<Text> after = new ArrayList<>();
    boolean isPlaced = false;
    for (Text entry : entries) {
      if (!isOf(key, entry)) {
        after.add(entry);
      } else if (!isPlaced) {
        after.add(entry.sameAs(tag) ? entry : tag);
        isPlaced = true;
      }
    }
    if (!isPlaced) {
      after.add(readable(after), tag);
    }
    return new TagList(after);
  }

  /** How many entries there are before the first that may hold any tag. */
  private static int readable(List<Text> entries) {
    int readable = 0;
    while (readable < entries.size() && key(entries.get(readable)).isPresent()) {
      readable++;
    }
    return readable;
  }

  Text text() {
    List<Text> joined = new ArrayList<>();
    for (Text entry : entries) {
      if (!joined.isEmpty()) {
        joined.add(COMMA);
      }
      joined.add(entry);
    }
    return Text.join(joined);
  }

  private static boolean isOf(String key, Text entry) {
    return key(entry).filter(key::equals).isPresent();
  }

  private static Optional<String> key(Text entry) {
    return entry.resolved().split(':').get(0).known().map(String::strip);
  }
}
