/** The seam to the JSON library: numbers keep their digits, keys their order. */
@NullMarked
package io.sleddog.macro.json;

import org.jspecify.annotations.NullMarked;
