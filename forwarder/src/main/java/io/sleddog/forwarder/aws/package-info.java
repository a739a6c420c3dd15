/**
 * The few calls to AWS that the forwarder makes, signed by hand: the first call of the AWS SDK
 * costs some 400 ms and its jars 24 MB, this package a tenth of the one and nothing of the other.
 */
@NullMarked
package io.sleddog.forwarder.aws;

import org.jspecify.annotations.NullMarked;
