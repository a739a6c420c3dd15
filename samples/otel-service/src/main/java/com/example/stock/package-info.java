/** A service that is observed by OpenTelemetry. */
@NullMarked
package com.example.stock;

import org.jspecify.annotations.NullMarked;
