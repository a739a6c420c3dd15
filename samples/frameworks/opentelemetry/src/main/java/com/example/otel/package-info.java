/** A bakery that traces its work with OpenTelemetry. */
@NullMarked
package com.example.otel;

import org.jspecify.annotations.NullMarked;
