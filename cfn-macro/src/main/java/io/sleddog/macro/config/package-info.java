/** What the user set: the macro function's environment, the template's mapping, the parameters. */
@NullMarked
package io.sleddog.macro.config;

import org.jspecify.annotations.NullMarked;
