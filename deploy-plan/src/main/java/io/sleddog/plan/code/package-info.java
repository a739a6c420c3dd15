/** What the function runs: its layers, and how the wrapper comes to run before its handler. */
@NullMarked
package io.sleddog.plan.code;

import org.jspecify.annotations.NullMarked;
