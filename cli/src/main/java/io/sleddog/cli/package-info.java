/** The sleddog command line. */
@NullMarked
package io.sleddog.cli;

import org.jspecify.annotations.NullMarked;
