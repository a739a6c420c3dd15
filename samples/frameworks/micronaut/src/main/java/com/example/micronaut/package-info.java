/** A bakery as a Micronaut function. */
@NullMarked
package com.example.micronaut;

import org.jspecify.annotations.NullMarked;
