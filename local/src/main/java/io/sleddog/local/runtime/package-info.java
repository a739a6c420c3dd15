/** The Lambda Runtime API and the process behind it: one execution environment as AWS runs it. */
@NullMarked
package io.sleddog.local.runtime;

import org.jspecify.annotations.NullMarked;
