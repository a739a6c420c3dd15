/**
 * What CloudWatch Logs would hold: platform lines, log streams, and the events of a subscription.
 */
@NullMarked
package io.sleddog.local.logs;

import org.jspecify.annotations.NullMarked;
