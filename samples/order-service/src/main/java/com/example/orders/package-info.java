/** An order service behind an API Gateway HTTP API. */
@NullMarked
package com.example.orders;

import org.jspecify.annotations.NullMarked;
