/** A shop as a CDK app: its functions, and Sleddog added in a few lines. */
@NullMarked
package io.sleddog.samples.cdk;

import org.jspecify.annotations.NullMarked;
