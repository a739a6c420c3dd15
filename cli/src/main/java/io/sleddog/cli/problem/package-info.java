/** What can go wrong for the user, said once: what, why, what to do, and the exit status. */
@NullMarked
package io.sleddog.cli.problem;

import org.jspecify.annotations.NullMarked;
