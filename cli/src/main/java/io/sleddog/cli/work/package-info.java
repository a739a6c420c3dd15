/** Plans of many functions or log groups: shown, kept, carried out and reported. */
@NullMarked
package io.sleddog.cli.work;

import org.jspecify.annotations.NullMarked;
