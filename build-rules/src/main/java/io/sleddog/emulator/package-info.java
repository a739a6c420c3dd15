/** The emulator of AWS that tests run on, wherever it comes from. */
@NullMarked
package io.sleddog.emulator;

import org.jspecify.annotations.NullMarked;
