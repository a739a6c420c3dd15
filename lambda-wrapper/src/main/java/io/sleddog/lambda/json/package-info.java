/**
 * Reads the bytes of an event without building a tree, and writes JSON as UTF-8 bytes. Text that
 * comes from a user or an event may hold anything; what is written is always accepted by a strict
 * decoder.
 */
@NullMarked
package io.sleddog.lambda.json;

import org.jspecify.annotations.NullMarked;
