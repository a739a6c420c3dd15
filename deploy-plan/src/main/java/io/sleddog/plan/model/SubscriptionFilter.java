package io.sleddog.plan.model;

/**
 * A subscription filter of a log group.
 *
 * @param name its name, unique in the group
 * @param pattern which events pass; the empty pattern lets all pass
 * @param destination the ARN of what receives them
 */
public record SubscriptionFilter(Text name, Text pattern, Text destination) {}
