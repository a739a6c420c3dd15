/** One function to be observed in three ways. */
@NullMarked
package com.example.ways;

import org.jspecify.annotations.NullMarked;
