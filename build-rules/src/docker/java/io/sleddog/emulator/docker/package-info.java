/** The emulator of AWS as a container; compiled in the Maven profile {@code docker} only. */
@NullMarked
package io.sleddog.emulator.docker;

import org.jspecify.annotations.NullMarked;
