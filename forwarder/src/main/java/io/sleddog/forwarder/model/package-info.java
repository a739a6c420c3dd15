/** The values that cross a border between two stages: the pipeline's data dictionary. */
@NullMarked
package io.sleddog.forwarder.model;

import org.jspecify.annotations.NullMarked;
