/** State machines: their logs and tags for Datadog, and the context they hand to functions. */
@NullMarked
package io.sleddog.cdk.stepfunctions;

import org.jspecify.annotations.NullMarked;
