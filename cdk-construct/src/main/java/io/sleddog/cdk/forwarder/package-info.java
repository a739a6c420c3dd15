/**
 * The forwarder's parts in a stack: function, role, log group, store of failed events, schedule,
 * permissions and triggers, made from one value that says what is wanted.
 */
@NullMarked
package io.sleddog.cdk.forwarder;

import org.jspecify.annotations.NullMarked;
