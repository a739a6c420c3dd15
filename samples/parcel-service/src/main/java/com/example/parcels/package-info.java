/** Parcels that are accepted by one function and sorted by another. */
@NullMarked
package com.example.parcels;

import org.jspecify.annotations.NullMarked;
