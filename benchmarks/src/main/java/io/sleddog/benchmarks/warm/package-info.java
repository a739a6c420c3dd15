/** What an invocation costs in time and memory when everything is warm, by JMH. */
@NullMarked
package io.sleddog.benchmarks.warm;

import org.jspecify.annotations.NullMarked;
