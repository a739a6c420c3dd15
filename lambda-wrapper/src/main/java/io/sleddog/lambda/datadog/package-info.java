/**
 * The API that Datadog publishes for user code, {@code dd-trace-api}: correlation ids and
 * interceptors. Loaded only where the function has that API; nothing else refers to it but one
 * call.
 */
@NullMarked
package io.sleddog.lambda.datadog;

import org.jspecify.annotations.NullMarked;
