package io.sleddog.plan.settings;

/**
 * What a subscription filter of ours is like.
 *
 * @param name its name, at most 512 characters without {@code :} and {@code *}
 * @param pattern which events pass; all pass the empty one
 * @param limit how many filters a group takes: two by default, AWS may grant an account more
 */
record FilterWish(String name, String pattern, int limit) {
  FilterWish withName(String changed) {
    return new FilterWish(changed, pattern, limit);
  }

  FilterWish withPattern(String changed) {
    return new FilterWish(name, changed, limit);
  }

  FilterWish withLimit(int changed) {
    return new FilterWish(name, pattern, changed);
  }
}
