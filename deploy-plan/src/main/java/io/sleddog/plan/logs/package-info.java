/** Where the function's log goes: its log group and the filter that feeds the forwarder. */
@NullMarked
package io.sleddog.plan.logs;

import org.jspecify.annotations.NullMarked;
