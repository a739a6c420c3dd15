/**
 * From a function as the user has it to a folder that a process can run: code, layers, bundled
 * parts.
 */
@NullMarked
package io.sleddog.local.functions;

import org.jspecify.annotations.NullMarked;
