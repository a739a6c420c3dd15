/**
 * Runs a Lambda handler in a JUnit test on the real parts, and gives what Datadog would receive.
 */
@NullMarked
package io.sleddog.junit;

import org.jspecify.annotations.NullMarked;
