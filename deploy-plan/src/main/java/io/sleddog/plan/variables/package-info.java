/** What the function is told and how it is labelled: variables, AWS tags, X-Ray's mode. */
@NullMarked
package io.sleddog.plan.variables;

import org.jspecify.annotations.NullMarked;
