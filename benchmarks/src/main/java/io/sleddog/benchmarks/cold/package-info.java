/** What the layer costs a cold start, in fresh processes under the real runtime. */
@NullMarked
package io.sleddog.benchmarks.cold;

import org.jspecify.annotations.NullMarked;
