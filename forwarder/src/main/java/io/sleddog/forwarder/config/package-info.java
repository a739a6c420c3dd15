/** The settings: read once, checked together, handed on as values. */
@NullMarked
package io.sleddog.forwarder.config;

import org.jspecify.annotations.NullMarked;
