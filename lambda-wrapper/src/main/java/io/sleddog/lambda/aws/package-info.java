/**
 * Calls of the AWS SDK for Java 2: what their spans say, and where their requests have a place for
 * the trace. Loaded only where the SDK is; nothing outside refers to it but the interceptor.
 */
@NullMarked
package io.sleddog.lambda.aws;

import org.jspecify.annotations.NullMarked;
