/** A web process that is no function, observed through Sleddog's API. */
@NullMarked
package com.example.dyno;

import org.jspecify.annotations.NullMarked;
