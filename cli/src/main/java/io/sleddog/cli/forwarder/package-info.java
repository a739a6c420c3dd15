/** {@code sleddog forwarder}: deploys the forwarder's stack, and looks after the function. */
@NullMarked
package io.sleddog.cli.forwarder;

import org.jspecify.annotations.NullMarked;
