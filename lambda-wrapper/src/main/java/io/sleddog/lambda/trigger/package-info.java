/**
 * Which AWS service an event comes from, what it says about itself as tags, and where it carries a
 * trace context.
 */
@NullMarked
package io.sleddog.lambda.trigger;

import org.jspecify.annotations.NullMarked;
