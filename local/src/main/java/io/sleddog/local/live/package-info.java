/**
 * What happened while Sleddog runs on and on: each invocation with all that came of it, within a
 * limit of bytes.
 */
@NullMarked
package io.sleddog.local.live;

import org.jspecify.annotations.NullMarked;
