/** A session as text for a terminal. */
@NullMarked
package io.sleddog.local.report;

import org.jspecify.annotations.NullMarked;
