/** How long a function takes, cold and warm, measured in fresh processes. */
@NullMarked
package io.sleddog.local.measure;

import org.jspecify.annotations.NullMarked;
