/** What a user wants a session to show, written as JSON, and whether it does. */
@NullMarked
package io.sleddog.local.expect;

import org.jspecify.annotations.NullMarked;
