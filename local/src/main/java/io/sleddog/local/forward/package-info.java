/** Sends on what processes sent to the agent, by the way in which the forwarder delivers. */
@NullMarked
package io.sleddog.local.forward;

import org.jspecify.annotations.NullMarked;
