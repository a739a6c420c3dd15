/**
 * Events that a forwarder is given again: where they come from, who takes them, what became of it.
 */
@NullMarked
package io.sleddog.cli.replay;

import org.jspecify.annotations.NullMarked;
