/** {@code sleddog logs}: subscribes the forwarder to log groups, takes that back, lists filters. */
@NullMarked
package io.sleddog.cli.logs;

import org.jspecify.annotations.NullMarked;
