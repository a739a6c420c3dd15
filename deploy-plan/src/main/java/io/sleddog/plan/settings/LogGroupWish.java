package io.sleddog.plan.settings;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen to a function's log group if there is a forwarder.
 *
 * <p>Start with {@link #standard} and say what is different with the other methods. Two wishes are
 * equal if all they say is.
 */
public final class LogGroupWish {
  /** The name of the filter unless told otherwise. */
  public static final String FILTER_NAME = "sleddog-forwarder";

  private static final int FILTERS_PER_GROUP = 2;

  private final boolean isSubscribed;
  private final boolean isCreated;
  private final boolean isGranted;
  private final @Nullable Integer retentionDays;
  private final FilterWish filter;

  private LogGroupWish(
      boolean isSubscribed,
      boolean isCreated,
      boolean isGranted,
      @Nullable Integer retentionDays,
      FilterWish filter) {
    this.isSubscribed = isSubscribed;
    this.isCreated = isCreated;
    this.isGranted = isGranted;
    this.retentionDays = retentionDays;
    this.filter = filter;
  }

  /** Subscribed, created if need be, kept for ever, all events. */
  public static LogGroupWish standard() {
    FilterWish filter = new FilterWish(FILTER_NAME, "", FILTERS_PER_GROUP);
    return new LogGroupWish(true, true, false, null, filter);
  }

  /** Whether the forwarder reads it. */
  public boolean isSubscribed() {
    return isSubscribed;
  }

  /** Whether it is created if it is not known to be there. */
  public boolean isCreated() {
    return isCreated;
  }

  /**
   * Whether CloudWatch Logs gets the right to invoke the forwarder; not needed with a forwarder
   * whose stack grants it for all log groups.
   */
  public boolean isGranted() {
    return isGranted;
  }

  /** How many days a group that is created keeps its events; none means for ever. */
  public @Nullable Integer retentionDays() {
    return retentionDays;
  }

  /** The name of the subscription filter. */
  public String filterName() {
    return filter.name();
  }

  /** Which events pass; all pass the empty pattern. */
  public String filterPattern() {
    return filter.pattern();
  }

  /** How many filters a group takes. */
  public int filterLimit() {
    return filter.limit();
  }

  /** The same wish, but the log group is left alone. */
  public LogGroupWish leftAlone() {
    return new LogGroupWish(false, false, isGranted, retentionDays, filter);
  }

  /** The same wish, but a group that is not there is not created. */
  public LogGroupWish existingOnly() {
    return new LogGroupWish(isSubscribed, false, isGranted, retentionDays, filter);
  }

  /** The same wish, with the right to invoke the forwarder granted. */
  public LogGroupWish granted() {
    return new LogGroupWish(isSubscribed, isCreated, true, retentionDays, filter);
  }

  /** The same wish with a retention for a group that is created. */
  public LogGroupWish withRetentionDays(int days) {
    return new LogGroupWish(isSubscribed, isCreated, isGranted, days, filter);
  }

  /** The same wish with another name of the filter, of at most 512 characters without : and *. */
  public LogGroupWish withFilterName(String name) {
    return with(filter.withName(name));
  }

  /** The same wish with a pattern. */
  public LogGroupWish withFilterPattern(String pattern) {
    return with(filter.withPattern(pattern));
  }

  /** The same wish with the account's own limit: AWS may grant more than two filters. */
  public LogGroupWish withFilterLimit(int limit) {
    return with(filter.withLimit(limit));
  }

  private LogGroupWish with(FilterWish changed) {
    return new LogGroupWish(isSubscribed, isCreated, isGranted, retentionDays, changed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LogGroupWish it
        && isSubscribed == it.isSubscribed
        && isCreated == it.isCreated
        && isGranted == it.isGranted
        && Objects.equals(retentionDays, it.retentionDays)
        && filter.equals(it.filter);
  }

  @Override
  public int hashCode() {
    return Objects.hash(isSubscribed, isCreated, isGranted, retentionDays, filter);
  }
}
