/** A bakery as a Spring Cloud Function. */
@NullMarked
package com.example.spring;

import org.jspecify.annotations.NullMarked;
