/**
 * What an instrumented function had before, kept in the function itself.
 *
 * <p>A template can be deployed again without the instrumentation; a function changed through the
 * API has nothing but this record to be restored from.
 */
@NullMarked
package io.sleddog.plan.record;

import org.jspecify.annotations.NullMarked;
