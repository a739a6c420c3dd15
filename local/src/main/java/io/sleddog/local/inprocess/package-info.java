/** Functions and the forwarder in this very process, for tests that must be fast. */
@NullMarked
package io.sleddog.local.inprocess;

import org.jspecify.annotations.NullMarked;
