package io.sleddog.lambda.config;

import io.sleddog.lambda.tag.Tags;

/**
 * {@code DD_TAGS}: {@code key:value} pairs with commas or, if there is no comma, with blanks
 * between.
 */
final class UserTags {
  private UserTags() {}

  /** The pairs; what is none gives a warning. */
  static Tags read(Environment environment, String name) {
    Tags tags = new Tags(4);
    if (!parse(environment.text(name, ""), tags)) {
      environment.complain(name, "what is understood of it");
    }
    return tags;
  }

  private static boolean parse(String text, Tags tags) {
    boolean allAreTags = true;
    char separator = text.indexOf(',') >= 0 ? ',' : ' ';
    int from = 0;
    while (from < text.length()) {
      int next = text.indexOf(separator, from);
      int end = next < 0 ? text.length() : next;
      allAreTags &= add(tags, text.substring(from, end).trim());
      from = end + 1;
    }
    return allAreTags;
  }

  /** Whether it is a tag, or nothing. */
  private static boolean add(Tags tags, String pair) {
    int colon = pair.indexOf(':');
    if (colon <= 0 || colon == pair.length() - 1) {
      return pair.isEmpty();
    }
    tags.put(pair.substring(0, colon).trim(), pair.substring(colon + 1).trim());
    return true;
  }
}
