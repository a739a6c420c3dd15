/** The configuration file: the values of options that are not given on the command line. */
@NullMarked
package io.sleddog.cli.config;

import org.jspecify.annotations.NullMarked;
