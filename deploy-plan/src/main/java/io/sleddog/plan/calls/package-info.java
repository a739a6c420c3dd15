/** A plan in the words of the AWS API, to be carried out, shown, kept and compared. */
@NullMarked
package io.sleddog.plan.calls;

import org.jspecify.annotations.NullMarked;
