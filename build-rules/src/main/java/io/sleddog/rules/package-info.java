/** The rules that every module's classes are tested against, and tables of cases as files. */
@NullMarked
package io.sleddog.rules;

import org.jspecify.annotations.NullMarked;
