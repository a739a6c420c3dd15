/** OTLP over HTTP read as what the page shows: spans, points and logs as Datadog has them. */
@NullMarked
package io.sleddog.local.otlp;

import org.jspecify.annotations.NullMarked;
