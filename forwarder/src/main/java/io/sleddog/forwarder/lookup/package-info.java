/**
 * Tags that AWS keeps for functions, log groups, buckets and state machines, looked up and kept.
 */
@NullMarked
package io.sleddog.forwarder.lookup;

import org.jspecify.annotations.NullMarked;
