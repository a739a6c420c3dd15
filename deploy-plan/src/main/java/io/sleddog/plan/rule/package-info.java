/** What every rule gets and gives: the function so far and the settings go in, steps come out. */
@NullMarked
package io.sleddog.plan.rule;

import org.jspecify.annotations.NullMarked;
