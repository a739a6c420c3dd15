package io.sleddog.plan.settings;

import org.jspecify.annotations.Nullable;

/**
 * What is to happen to a function's log group if there is a forwarder.
 *
 * @param isSubscribed whether the forwarder reads it
 * @param isCreated whether it is created if it is not known to be there
 * @param retentionDays how long a group that is created keeps its events; none means for ever
 * @param filterName the name of the subscription filter, at most 512 characters without {@code :}
 *     and {@code *}
 * @param filterPattern which events pass; all pass the empty one
 * @param filterLimit how many filters a group takes: two by default, AWS may grant an account more
 * @param isGranted whether CloudWatch Logs gets the right to invoke the forwarder; not needed with
 *     a forwarder whose stack grants it for all log groups
 */
public record LogGroupWish(
    boolean isSubscribed,
    boolean isCreated,
    @Nullable Integer retentionDays,
    String filterName,
    String filterPattern,
    int filterLimit,
    boolean isGranted) {
  /** The name of the filter unless told otherwise. */
  public static final String FILTER_NAME = "sleddog-forwarder";

  private static final int FILTERS_PER_GROUP = 2;

  /** Subscribed, created if need be, kept for ever, all events. */
  public static LogGroupWish standard() {
    return new LogGroupWish(true, true, null, FILTER_NAME, "", FILTERS_PER_GROUP, false);
  }

  /** The same wish, but the log group is left alone. */
  public LogGroupWish leftAlone() {
    return new LogGroupWish(
        false, false, retentionDays, filterName, filterPattern, filterLimit, isGranted);
  }

  /** The same wish, but a group that is not there is not created. */
  public LogGroupWish existingOnly() {
    return new LogGroupWish(
        isSubscribed, false, retentionDays, filterName, filterPattern, filterLimit, isGranted);
  }

  /** The same wish with a retention for a group that is created. */
  public LogGroupWish withRetentionDays(int days) {
    return new LogGroupWish(
        isSubscribed, isCreated, days, filterName, filterPattern, filterLimit, isGranted);
  }

  /** The same wish with another name of the filter. */
  public LogGroupWish withFilterName(String name) {
    return new LogGroupWish(
        isSubscribed, isCreated, retentionDays, name, filterPattern, filterLimit, isGranted);
  }

  /** The same wish with a pattern. */
  public LogGroupWish withFilterPattern(String pattern) {
    return new LogGroupWish(
        isSubscribed, isCreated, retentionDays, filterName, pattern, filterLimit, isGranted);
  }

  /** The same wish with the account's own limit. */
  public LogGroupWish withFilterLimit(int limit) {
    return new LogGroupWish(
        isSubscribed, isCreated, retentionDays, filterName, filterPattern, limit, isGranted);
  }

  /** The same wish, with the right to invoke the forwarder granted. */
  public LogGroupWish granted() {
    return new LogGroupWish(
        isSubscribed, isCreated, retentionDays, filterName, filterPattern, filterLimit, true);
  }
}
