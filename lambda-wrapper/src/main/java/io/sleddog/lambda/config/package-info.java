/**
 * What the environment says, read once: settings with their defaults, and the one place that warns
 * about bad ones.
 */
@NullMarked
package io.sleddog.lambda.config;

import org.jspecify.annotations.NullMarked;
