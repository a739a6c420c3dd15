/** Functions that run: a process and its log stream together, and the subscription between two. */
@NullMarked
package io.sleddog.local.lambda;

import org.jspecify.annotations.NullMarked;
