package io.sleddog.local.session;

import io.sleddog.local.model.MetricPoint;

/**
 * A value and the invocation that wrote it.
 *
 * @param point the value as it arrived
 * @param alike how many values the function wrote that are equal in name, number, second and tags;
 *     if more than one, which invocation wrote which cannot be told, and need not be
 */
public record OwnPoint(MetricPoint point, int alike) {}
