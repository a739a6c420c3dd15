/** What the forwarder costs, against the least that the same work can cost. */
@NullMarked
package io.sleddog.benchmarks.forwarder;

import org.jspecify.annotations.NullMarked;
