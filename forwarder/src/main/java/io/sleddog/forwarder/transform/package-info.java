/** Leaves out, hides or rewrites what the user wants left out, hidden or rewritten. */
@NullMarked
package io.sleddog.forwarder.transform;

import org.jspecify.annotations.NullMarked;
