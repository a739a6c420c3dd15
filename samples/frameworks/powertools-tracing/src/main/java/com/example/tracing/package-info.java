/** A bakery with the tracing annotations of Powertools for AWS Lambda. */
@NullMarked
package com.example.tracing;

import org.jspecify.annotations.NullMarked;
