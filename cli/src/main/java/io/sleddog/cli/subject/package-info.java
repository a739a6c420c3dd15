/** Which functions and log groups a command is about, and how they are. */
@NullMarked
package io.sleddog.cli.subject;

import org.jspecify.annotations.NullMarked;
