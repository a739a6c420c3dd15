package io.sleddog.lambda.span;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import org.jspecify.annotations.Nullable;

/**
 * An event or a result as tags, one a leaf: {@code function.request.headers.host}.
 *
 * <p>Text that is JSON itself is opened. What lies deeper than the user's limit stands as JSON.
 * Values whose name says that they are secret are not shown. All of it has limits: a value, the
 * number of tags, the sum.
 */
public final class PayloadTags {
  private static final int MOST_CHARACTERS = 5000;
  private static final int MOST_TAGS = 1000;
  private static final int MOST_IN_ALL = 100_000;

  /** Each level is one of the stack too, and the name of a tag grows with it. */
  private static final int DEEPEST = 100;

  private final int maxDepth;
  private final Tags tags = new Tags(32);
  private int characters;

  /** {@code maxDepth}: how deep objects and arrays are opened, 100 at most. */
  public PayloadTags(int maxDepth) {
    this.maxDepth = Math.min(maxDepth, DEEPEST);
  }

  /** The tags of a value under a name. */
  public Tags of(String name, Json value) {
    add(name, value, 0);
    if (isFull()) {
      tags.put(name + "._truncated", "true");
    }
    return tags;
  }

  private boolean isFull() {
    return tags.size() >= MOST_TAGS || characters >= MOST_IN_ALL;
  }

  private void add(String name, Json value, int depth) {
    if (isFull()) {
      return;
    }
    if (!value.isPresent()) {
      put(name, "null");
    } else if (depth >= maxDepth) {
      put(name, value.isString() ? value.prefix(MOST_CHARACTERS) : cut(value.source()));
    } else if (value.isString()) {
      addText(name, value, depth);
    } else if (value.isObject() || value.isArray()) {
      addMembers(name, value, depth);
    } else {
      put(name, value.scalar());
    }
  }

  private void addText(String name, Json value, int depth) {
    String text = value.prefix(MOST_IN_ALL);
    boolean nested = text.startsWith("{") || text.startsWith("[");
    Json inner = nested && text.length() < MOST_IN_ALL ? Json.parse(text) : Json.MISSING;
    if (inner.exists()) {
      add(name, inner, depth + 1);
    } else {
      put(name, cut(text));
    }
  }

  private void addMembers(String name, Json container, int depth) {
    int index = 0;
    Json member = container.first();
    while (member.exists() && !isFull()) {
      boolean named = container.isObject();
      Json value = named ? member.next() : member;
      String key = named ? String.valueOf(member.text()) : Integer.toString(index++);
      add(name + "." + key, value, depth + 1);
      member = value.next();
    }
  }

  private void put(String name, @Nullable String value) {
    String shown = isSecret(name) ? "redacted" : String.valueOf(value);
    characters += name.length() + shown.length();
    tags.put(name, shown);
  }

  private static boolean isSecret(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return last.equalsIgnoreCase("authorization")
        || last.equalsIgnoreCase("x-authorization")
        || last.equalsIgnoreCase("password")
        || last.equalsIgnoreCase("token");
  }

  private static String cut(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
  }
}
