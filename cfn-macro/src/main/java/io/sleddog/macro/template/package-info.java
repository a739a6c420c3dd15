/** The template's functions and log groups: read as the plan's values, changed as the plan says. */
@NullMarked
package io.sleddog.macro.template;

import org.jspecify.annotations.NullMarked;
