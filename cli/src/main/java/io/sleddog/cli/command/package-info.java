/** What all commands share: their surroundings, their common options, and how they end. */
@NullMarked
package io.sleddog.cli.command;

import org.jspecify.annotations.NullMarked;
