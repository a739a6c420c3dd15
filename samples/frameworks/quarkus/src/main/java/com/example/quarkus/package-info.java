/** A bakery as a Quarkus function. */
@NullMarked
package com.example.quarkus;

import org.jspecify.annotations.NullMarked;
