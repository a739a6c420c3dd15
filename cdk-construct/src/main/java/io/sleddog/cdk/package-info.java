/** CDK constructs that instrument functions and deploy the forwarder. */
@NullMarked
package io.sleddog.cdk;

import org.jspecify.annotations.NullMarked;
