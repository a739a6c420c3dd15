/**
 * The values that cross the border of a stage: functions, invocations, log events, and what an
 * intake received.
 */
@NullMarked
package io.sleddog.local.model;

import org.jspecify.annotations.NullMarked;
