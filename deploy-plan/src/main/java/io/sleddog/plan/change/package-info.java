/** What is to be done to a function, each step with its reason, and what speaks against it. */
@NullMarked
package io.sleddog.plan.change;

import org.jspecify.annotations.NullMarked;
