package io.sleddog.lambda.config;

import io.sleddog.lambda.tag.Tags;

/**
 * {@code DD_TAGS}: {@code key:value} pairs with commas or, if there is no comma, with blanks
 * between.
 */
final class UserTags {
  private UserTags() {}

  static Tags parse(String text) {
    Tags tags = new Tags(4);
    char separator = text.indexOf(',') >= 0 ? ',' : ' ';
    int from = 0;
    while (from < text.length()) {
      int next = text.indexOf(separator, from);
      int end = next < 0 ? text.length() : next;
      add(tags, text.substring(from, end).trim());
      from = end + 1;
    }
    return tags;
  }

  private static void add(Tags tags, String pair) {
    int colon = pair.indexOf(':');
    if (colon > 0 && colon < pair.length() - 1) {
      tags.put(pair.substring(0, colon).trim(), pair.substring(colon + 1).trim());
    }
  }
}
