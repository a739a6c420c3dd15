/** A coffee house that counts what it sells and traces how it brews. */
@NullMarked
package com.example.coffee;

import org.jspecify.annotations.NullMarked;
