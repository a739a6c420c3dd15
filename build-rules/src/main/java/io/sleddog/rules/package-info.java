/** The rules that every module's classes are tested against. */
@NullMarked
package io.sleddog.rules;

import org.jspecify.annotations.NullMarked;
